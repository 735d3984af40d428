"""Runs what a service would run of a file of its own, in the folder at hand: the steps of a GitHub Action, the script of a
GitLab job, the `sh` steps of a Jenkinsfile. Steps that use somebody else's action are only named.

usage: run_pipeline.py action ACTION.yml [INPUT=VALUE…]    | gitlab JOBS.yml JOB | jenkins JENKINSFILE
Prints a line a step; exits with 1 if one failed."""
import json
import os
import re
import subprocess
import sys

import yaml


def run(name, script, shell, extra=None, folder="."):
    print(f"[{name}]", flush=True)
    code = subprocess.run([*shell, script], env={**os.environ, **(extra or {})}, cwd=folder, stdin=subprocess.DEVNULL).returncode
    print(f"[{name}: exit code {code}]", flush=True)
    return code


class Action:
    """The expressions and conditions that our action has, and no others: anything else is an error."""

    def __init__(self, path, given):
        with open(path, encoding="utf-8") as file:
            self.action = yaml.safe_load(file)
        self.values = {"runner.os": "Linux", "runner.arch": "X64"}
        with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
            self.event(json.load(file), "github.event")
        self.values["github.token"] = os.environ.get("HOTSITE_TEST_TOKEN", "")
        for name, row in self.action["inputs"].items():
            self.values["inputs." + name] = self.filled(str(row["default"]))
        for one in given:
            name, value = one.split("=", 1)
            if name not in self.action["inputs"]:
                sys.exit(f"the action has no input {name}")
            self.values["inputs." + name] = value
        self.failed = False

    def event(self, value, name):
        if isinstance(value, dict):
            for key, one in value.items():
                self.event(one, f"{name}.{key}")
        else:
            self.values[name] = json.dumps(value) if isinstance(value, bool) else str(value)

    def filled(self, text):
        return re.sub(r"\$\{\{ *([a-z0-9_.-]+) *\}\}", lambda found: self.values.get(found[1], ""), text)

    def holds(self, condition):
        condition = condition.removeprefix("${{").removesuffix("}}").strip()
        always = "!cancelled()" in condition
        for part in condition.split("&&"):
            part = part.strip()
            if part == "!cancelled()":
                continue
            name, sign, value = re.fullmatch(r"([a-z0-9_.-]+) (==|!=) ('.*'|true|false)", part).groups()
            if (self.values.get(name, "") == value.strip("'")) != (sign == "=="):
                return False
        return always or not self.failed

    def step(self, step):
        name = step.get("name", step.get("uses"))
        if not self.holds(step.get("if", "inputs.none == ''")):
            return print(f"[{name}: skipped]", flush=True)
        if "uses" in step:
            told = {key: self.filled(str(value)) for key, value in step.get("with", {}).items()}
            return print(f"[{name}: {step['uses']} {json.dumps(told, sort_keys=True)}]", flush=True)
        output = os.path.join(os.environ["RUNNER_TEMP"], "output")
        open(output, "w").close()
        extra = {key: self.filled(str(value)) for key, value in step.get("env", {}).items()} | {"GITHUB_OUTPUT": output}
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]  # as GitHub calls `shell: bash`
        self.failed |= run(name, self.filled(step["run"]), shell, extra, self.filled(step.get("working-directory", "."))) != 0
        with open(output, encoding="utf-8") as lines:
            for line in lines:
                key, value = line.rstrip("\n").split("=", 1)
                self.values[f"steps.{step.get('id')}.outputs.{key}"] = value

    def run(self):
        for step in self.action["runs"]["steps"]:
            self.step(step)
        for name, row in self.action["outputs"].items():
            print(f"{name}={self.filled(row['value'])}")
        return self.failed


def gitlab(path, job):
    with open(path, encoding="utf-8") as file:
        job = yaml.safe_load(file)[job]
    variables = {name: str(value) for name, value in job["variables"].items() if name not in os.environ}
    # GitLab runs a job's lines as one script that ends at the first failure; after_script is one of its own.
    failed = run("script", "\n".join(job["script"]), ["bash", "-eo", "pipefail", "-c"], variables) != 0
    run("after_script", "\n".join(job["after_script"]), ["bash", "-eo", "pipefail", "-c"], variables)
    return failed


def jenkins(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"//[^\n']*$", "", file.read(), flags=re.M)
    for opening, closing in ("{}", "()", "[]"):
        if text.count(opening) != text.count(closing):
            sys.exit(f"{path}: as many {opening} as {closing} were expected")
    variables = dict(re.findall(r"^\s*([A-Z_]+) = '([^']*)'$", text, re.M))
    variables = {name: value for name, value in variables.items() if name not in os.environ}
    return any([run("sh", script, ["sh", "-xe", "-c"], variables) != 0 for script in re.findall(r"\bsh '([^']*)'", text)])


kinds = {"action": lambda path, *given: Action(path, given).run(), "gitlab": gitlab, "jenkins": jenkins}
sys.exit(kinds[sys.argv[1]](*sys.argv[2:]))
