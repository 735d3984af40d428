// The syntax of .dr files. A line is a statement: a word, its operands, perhaps a block. What may stand where is in the schema
// (compiler/schema), what a word means in its place is decided by the type that the schema expects there; so words are coarse
// (`10.20.30.0/24`, `0600-060F`, `2009-10-05` are one WORD each) and the grammar fits on a page.
//
// Newlines that do not end a statement (inside brackets, behind a comma) are dropped, and brackets are made to match, before the
// parser sees the tokens (compiler/syntax/tokens.h); so a `.dr` file with errors still parses line by line.
grammar Hotsite;

// The ast is made from the labels; no parse tree is built beside them.
file_ : (statements+=statement? sep)* statements+=statement? EOF ;
sep : NEWLINE | SEMICOLON ;
statement : WORD operands+=operand* body=block? ;
block : LBRACE (statements+=statement? sep)* statements+=statement? RBRACE ;
operand : (WORD | STRING) subscript=index? | HOLE | COMMA | PLUS | MINUS | STAR | LPAREN inside+=operand* RPAREN ;
index : LBRACKET operand* RBRACKET ;

HOLE : '?' ;
COMMA : ',' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SEMICOLON : ';' ;
LBRACE : '{' ;
RBRACE : '}' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LPAREN : '(' ;
RPAREN : ')' ;
NEWLINE : '\r'? '\n' | '\r' ;

// A word never ends in punctuation (`PRODA:` is a word and a colon), except IPv6 prefixes (`2001:db8::`).
WORD : LETTER TAIL* '::'? | '::' (LETTER TAIL*)? ;
fragment LETTER : [A-Za-z0-9_@#$&%] ;
fragment TAIL : [.:-]* '/'? [.:-]* LETTER ;
COLON : ':' -> type(WORD) ;

STRING : '"' ('\\' ~[\r\n] | ~["\\\r\n])* '"' ;
UNTERMINATED : '"' ('\\' ~[\r\n] | ~["\\\r\n])* '\\'? ;
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
BLANK : [ \t\u00A0]+ -> skip ;
BAD : . ;
