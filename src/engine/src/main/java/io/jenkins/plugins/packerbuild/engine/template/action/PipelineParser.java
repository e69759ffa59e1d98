package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses what stands inside of one action. */
final class PipelineParser {

    private static final Set<Token.Kind> NOT_EXECUTABLE = Set.of(
            Token.Kind.BOOL,
            Token.Kind.CHARACTER,
            Token.Kind.DOT,
            Token.Kind.NIL,
            Token.Kind.NUMBER,
            Token.Kind.STRING);

    private final Tokens tokens;
    private final FunctionSet functions;
    private final List<Operand.Called> called;

    /** For the actions of one text; what they call is added to the list. */
    PipelineParser(Tokens tokens, FunctionSet functions, List<Operand.Called> called) {
        this.tokens = tokens;
        this.functions = functions;
        this.called = called;
    }

    /** Up to the closing braces, or a parenthesis, which are taken. */
    Pipeline parse(String context, Token.Kind end) {
        tokens.enter(tokens.peek());
        Pipeline.Declaration declaration = declaration(context);
        List<Command> commands = new ArrayList<>();
        List<Token> firsts = new ArrayList<>();
        while (!tokens.peekWord().is(end)) {
            Token first = tokens.peekWord();
            if (!startsOperand(first)) {
                throw tokens.unexpected(first, context);
            }
            Command command = command();
            command.called(commands.isEmpty() ? Optional.empty() : Optional.of(commands.get(commands.size() - 1)))
                    .ifPresent(called::add);
            commands.add(command);
            firsts.add(first);
        }
        Token close = tokens.takeWord();
        if (commands.isEmpty()) {
            throw tokens.failure(close, "missing value for " + context, "Write one, as in {{user `name`}}.");
        }
        checkExecutable(firsts);
        tokens.leave();
        return new Pipeline(declaration, List.copyOf(commands));
    }

    private void checkExecutable(List<Token> firsts) {
        for (int i = 1; i < firsts.size(); i++) {
            if (NOT_EXECUTABLE.contains(firsts.get(i).kind())) {
                throw tokens.failure(
                        firsts.get(i),
                        "non executable command in pipeline stage " + (i + 1),
                        "Only functions stand behind a pipe.");
            }
        }
    }

    private Pipeline.Declaration declaration(String context) {
        List<String> names = new ArrayList<>();
        while (tokens.peekWord().is(Token.Kind.VARIABLE)) {
            Token after = tokens.peekSecondWord();
            boolean comma = after.is(Token.Kind.SIGN) && after.text().equals(",");
            if (!comma && !after.is(Token.Kind.DECLARE) && !after.is(Token.Kind.ASSIGN)) {
                break;
            }
            String name = tokens.takeWord().text();
            names.add(name);
            tokens.takeWord();
            tokens.declare(name);
            if (!comma) {
                return new Pipeline.Declaration(List.copyOf(names), after.is(Token.Kind.ASSIGN));
            }
            checkSecond(context, names.size(), after);
        }
        return new Pipeline.Declaration(List.of(), false);
    }

    private void checkSecond(String context, int count, Token comma) {
        if (!context.equals("range") || count >= 2) {
            throw tokens.failure(comma, "too many declarations in " + context, "Write {{$x := ...}}.");
        }
        if (!tokens.peekWord().is(Token.Kind.VARIABLE)) {
            throw tokens.failure(comma, "range can only initialize variables", "Write {{range $key, $value := ...}}.");
        }
    }

    private static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case BOOL, CHARACTER, DOT, FIELD, NAME, NUMBER, NIL, STRING, VARIABLE, LEFT -> true;
            default -> false;
        };
    }

    private Command command() {
        List<Operand> operands = new ArrayList<>();
        while (true) {
            operand().ifPresent(operands::add);
            Token token = tokens.peek();
            if (token.is(Token.Kind.SPACE)) {
                tokens.take();
            } else if (token.is(Token.Kind.PIPE)) {
                tokens.take();
                break;
            } else if (token.is(Token.Kind.CLOSE) || token.is(Token.Kind.RIGHT)) {
                break;
            } else {
                throw tokens.unexpected(token, "operand");
            }
        }
        return new Command(List.copyOf(operands));
    }

    private Optional<Operand> operand() {
        Token first = tokens.peekWord();
        if (!startsOperand(first)) {
            return Optional.empty();
        }
        Operand term = term(tokens.takeWord());
        List<String> names = new ArrayList<>();
        while (tokens.peek().is(Token.Kind.FIELD)) {
            names.add(tokens.take().text().substring(1));
        }
        if (names.isEmpty()) {
            return Optional.of(term);
        }
        if (term instanceof Operand.Literal || term instanceof Operand.Dot || term instanceof Operand.Nothing) {
            throw tokens.failure(
                    first, "unexpected . after term " + GoQuotes.quote(term.text()), "Put a blank before the dot.");
        }
        return Optional.of(Operand.Fields.of(term, names));
    }

    private Operand term(Token token) {
        return switch (token.kind()) {
            case BOOL -> new Operand.Literal(Boolean.valueOf(token.text()), token.text());
            case STRING -> new Operand.Literal(located(token), token.text());
            case NUMBER, CHARACTER -> new Operand.Literal(located(token), token.text());
            case NIL -> new Operand.Nothing();
            case DOT -> new Operand.Dot();
            case FIELD -> field(token.text().substring(1));
            case VARIABLE -> variable(token);
            case NAME -> function(token);
            default -> new Operand.Parenthesis(parse("parenthesized pipeline", Token.Kind.RIGHT));
        };
    }

    private Object located(Token token) {
        try {
            return token.is(Token.Kind.STRING) ? GoQuotes.unquote(token.text()) : GoNumber.parse(token.text());
        } catch (ActionException e) {
            throw tokens.failure(token, e.words(), String.valueOf(e.cure()));
        }
    }

    private Operand field(String name) {
        tokens.noteField(name);
        return Operand.Fields.of(new Operand.Dot(), List.of(name));
    }

    private Operand variable(Token token) {
        if (!tokens.knows(token.text())) {
            throw tokens.failure(
                    token,
                    "undefined variable \"" + token.text() + "\"",
                    "Define it before, {{" + token.text() + " := ...}}; a user variable is written {{user `name`}}.");
        }
        return new Operand.Variable(token.text());
    }

    private Operand function(Token token) {
        return new Operand.Name(
                token.text(),
                functions
                        .find(token.text())
                        .orElseThrow(() -> tokens.failure(
                                token, "function \"" + token.text() + "\" not defined", functions.cure(token.text()))));
    }
}
