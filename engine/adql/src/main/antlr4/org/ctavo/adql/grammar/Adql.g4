// ADQL 2.1 (IVOA REC 2023-12-15). Conditions and values share one rule, so that a parenthesis can be read without
// knowing which of them it holds; TreeBuilder tells them apart, and tells what is well-formed here but not ADQL.
grammar Adql;

@lexer::members {
    private void word() {
        setType(ReservedWords.tokenType(getText()));
    }
}

// Words that the rules below name. Lexer action `word` gives them these types; FUNCTION is any reserved word that is
// called like a function, RESERVED any other reserved word, WORD any word that is not reserved.
tokens {
    ALL, AND, AS, ASC, BETWEEN, BY, CASE, CAST, CROSS, DESC, DISTINCT, ELSE, END, EXCEPT, EXISTS, FROM, FULL, GROUP,
    HAVING, ILIKE, IN, INNER, INTERSECT, IS, JOIN, LEFT, LIKE, NATURAL, NOT, NULL, OFFSET, ON, OR, ORDER, OUTER, RIGHT,
    SELECT, THEN, TOP, UNION, USING, WHEN, WHERE, WITH, AGGREGATE, FUNCTION, RESERVED
}

query
    : (WITH commonTable (COMMA commonTable)*)? queryExpression SEMICOLON? EOF
    ;

commonTable
    : identifier AS LPAREN queryExpression RPAREN
    ;

queryExpression
    : setExpression (ORDER BY sortKey (COMMA sortKey)*)? (OFFSET NUMBER)?
    ;

setExpression
    : setTerm (setOperator setTerm)*
    ;

setOperator
    : (UNION | EXCEPT) ALL?
    ;

setTerm
    : setPrimary (intersect setPrimary)*
    ;

intersect
    : INTERSECT ALL?
    ;

setPrimary
    : select
    | LPAREN queryExpression RPAREN
    ;

select
    : SELECT (ALL | DISTINCT)? (TOP NUMBER)? selectItem (COMMA selectItem)* from? where? groupBy? having?
    ;

from
    : FROM tableReference (COMMA tableReference)*
    ;

where
    : WHERE expression
    ;

groupBy
    : GROUP BY expression (COMMA expression)*
    ;

having
    : HAVING expression
    ;

selectItem
    : STAR
    | tableName DOT STAR
    | expression alias?
    ;

alias
    : AS? identifier
    ;

tableName
    : identifier (DOT identifier)*
    ;

tableReference
    : tablePrimary join*
    ;

// SQL-92 lets the conditions of nested joins follow each other: a JOIN b JOIN c ON … ON …
join
    : NATURAL joinType? JOIN tablePrimary joinMatch?
    | CROSS JOIN tablePrimary
    | joinType? JOIN tableReference joinMatch?
    ;

joinType
    : INNER
    | (LEFT | RIGHT | FULL) OUTER?
    ;

joinMatch
    : ON expression
    | USING LPAREN identifier (COMMA identifier)* RPAREN
    ;

tablePrimary
    : tableName alias?
    | LPAREN queryExpression RPAREN alias?
    | LPAREN tableReference RPAREN alias?
    ;

sortKey
    : expression (ASC | DESC)?
    ;

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT? predicate
    ;

predicate
    : EXISTS LPAREN queryExpression RPAREN
    | value comparison?
    ;

comparison
    : comparator value                                                    # compare
    | NOT? BETWEEN value AND value                                        # between
    | NOT? IN LPAREN queryExpression RPAREN                               # inQuery
    | NOT? IN LPAREN expression (COMMA expression)* RPAREN                # inList
    | NOT? (LIKE | ILIKE) value                                           # like
    | IS NOT? NULL                                                        # nullTest
    ;

comparator
    : EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL
    ;

// All operators in one list: a chain of any length is parsed in a loop, and ranked afterwards.
value
    : factor (operator factor)*
    ;

operator
    : PLUS | MINUS | STAR | SLASH | CONCATENATE | AMPERSAND | BAR | CARET
    ;

factor
    : (PLUS | MINUS | TILDE)? primary
    ;

primary
    : NUMBER                                                              # number
    | HEXADECIMAL                                                         # hexadecimal
    | STRING+                                                             # string
    | NULL                                                                # null
    | CAST LPAREN expression AS castType RPAREN                           # cast
    | AGGREGATE LPAREN (STAR | (ALL | DISTINCT)? expression) RPAREN       # aggregate
    | functionName LPAREN (expression (COMMA expression)*)? RPAREN        # call
    | CASE expression? when+ (ELSE expression)? END                       # case
    | identifier (DOT identifier)*                                        # column
    | LPAREN expression RPAREN                                            # parentheses
    | LPAREN queryExpression RPAREN                                       # scalarQuery
    ;

when
    : WHEN expression THEN expression
    ;

functionName
    : FUNCTION | WORD | DELIMITED
    ;

castType
    : (WORD | RESERVED | FUNCTION)+ (LPAREN NUMBER RPAREN)?
    ;

// Reserved words are taken as names here, so that the fault can be told with its remedy and the rest be read.
identifier
    : WORD | DELIMITED | RESERVED | FUNCTION | AGGREGATE
    ;

WORD : LETTER (LETTER | DIGIT | '_')* { word(); };
DELIMITED : '"' (~'"' | '""')+ '"';
STRING : '\'' (~'\'' | '\'\'')* '\'';
NUMBER : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)?;
HEXADECIMAL : '0' [xX] [0-9a-fA-F]+;

EQUAL : '=';
NOT_EQUAL : '<>' | '!=';
LESS : '<';
LESS_OR_EQUAL : '<=';
GREATER : '>';
GREATER_OR_EQUAL : '>=';
PLUS : '+';
MINUS : '-';
STAR : '*';
SLASH : '/';
CONCATENATE : '||';
AMPERSAND : '&';
BAR : '|';
CARET : '^';
TILDE : '~';
LPAREN : '(';
RPAREN : ')';
COMMA : ',';
DOT : '.';
SEMICOLON : ';';

SPACE : [ \t\r\n]+ -> skip;
COMMENT : '--' ~[\r\n]* -> skip;

// What is no ADQL, caught whole so that the fault can say what it is.
BAD_NAME : '_' (LETTER | DIGIT | '_')*;
BAD_NUMBER : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) (LETTER | '_') (LETTER | DIGIT | '_')*;
EMPTY_NAME : '""';
OPEN_NAME : '"' (~'"' | '""')* EOF;
OPEN_STRING : '\'' (~'\'' | '\'\'')* EOF;
BLOCK_COMMENT : '/*' .*? ('*/' | EOF);
DOUBLE_EQUAL : '==';
DOUBLE_COLON : '::';
BAD_CHARACTERS : ~[\u0000-\u007F]+;
BAD_CHARACTER : .;

fragment LETTER : [A-Za-z];
fragment DIGIT : [0-9];
