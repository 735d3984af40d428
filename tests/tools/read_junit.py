"""Reads a JUnit report as junitparser does.

usage: read_junit.py REPORT     prints `suite NAME TESTS FAILURES`, then `failed NAME` or `told NAME` for each case that
failed or has output"""
import sys

from junitparser import Failure, JUnitXml


def main():
    for suite in JUnitXml.fromfile(sys.argv[1]):
        names = [case.name for case in suite]
        if len(set(names)) != len(names):
            sys.exit("two cases have one name, so a reader keeps one of them")
        declared = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        if declared != (suite.tests, suite.failures, suite.errors, suite.skipped):
            sys.exit(f"the suite says {declared}, which isn't what it holds")
        print("suite", suite.name, suite.tests, suite.failures)
        for case in suite:
            if any(isinstance(one, Failure) for one in case.result):
                print("failed", case.name)
            elif case.system_out:
                print("told", case.name)


main()
