package io.jenkins.plugins.packerbuild.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;

/**
 * A piece of Groovy: a Pipeline, or a Job DSL script.
 *
 * @param name the file, for messages
 * @param firstLine where it begins in the file, from 1
 */
record GroovyText(String name, int firstLine, String text) {

    /**
     * The calls in it.
     *
     * @throws org.codehaus.groovy.control.CompilationFailedException when it is no Groovy
     */
    List<Call> calls() {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource(name.replace('/', '_'), text);
        unit.compile(Phases.CONVERSION);
        List<Call> calls = new ArrayList<>();
        CodeVisitorSupport visitor = new CodeVisitorSupport() {
            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                calls.add(call(call));
                super.visitMethodCallExpression(call);
            }
        };
        for (Object module : unit.getAST().getModules()) {
            ((ModuleNode) module).getStatementBlock().visit(visitor);
            ((ModuleNode) module)
                    .getMethods()
                    .forEach(method -> method.getCode().visit(visitor));
        }
        return calls;
    }

    private Call call(MethodCallExpression call) {
        Set<String> named = new TreeSet<>();
        int unnamed = 0;
        for (Expression argument : ((TupleExpression) call.getArguments()).getExpressions()) {
            if (argument instanceof MapExpression map) {
                map.getMapEntryExpressions()
                        .forEach(entry -> named.add(entry.getKeyExpression().getText()));
            } else if (argument instanceof ClosureExpression closure) {
                named.addAll(called(closure));
            } else {
                unnamed++;
            }
        }
        int line = firstLine + call.getLineNumber() - 1;
        return new Call(name + ":" + line, call.getMethodAsString() + "", named, unnamed);
    }

    /** What is called in a block at its outermost level. */
    private static Set<String> called(ClosureExpression closure) {
        Set<String> names = new TreeSet<>();
        if (closure.getCode() instanceof BlockStatement block) {
            for (Statement statement : block.getStatements()) {
                if (statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof MethodCallExpression call
                        && call.getMethod() instanceof ConstantExpression) {
                    names.add(call.getMethodAsString());
                }
            }
        }
        return names;
    }
}
