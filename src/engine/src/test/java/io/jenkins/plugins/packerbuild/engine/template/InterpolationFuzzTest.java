package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts that nobody would write: each is rendered, or refused in a sentence; nothing else ever comes out. */
class InterpolationFuzzTest {

    private static final SourcePosition PLACE = new SourcePosition("t.json", 1, 1);

    private static final Interpolation INTERPOLATION = Interpolation.of(
            TestOptions.FACTS,
            new Variables(Map.of("a", "{{user `b`}}", "b", "x"), Set.of(), List.of(), Set.of(), Map.of()));

    private static final List<String> PIECES = List.of(
            ("{{ }} {{- -}} {{/* */}} | ( ) . .A .B.C $ $x := = , : ! `a` \"b\" \"\\n\" \"\\x41\" 'c' '\\'' ` \" ' \\ 0 1 -1 0x1F 1e9"
                            + " 1.5 1e400 08 1_0 99999999999999999999 1i true false nil if else end range with define template"
                            + " block break continue user env upper split printf print index slice len eq lt and or not html js"
                            + " urlquery replace replace_all isotime timestamp build nosuch %d %s %[2]*.[1]*f %v %1000001d % é"
                            + " \uD83D\uDE00 \u0000 \n \t -")
                    .split(" "));

    @Property(tries = 20_000, seed = "1")
    void piecesOfActionsAreRenderedOrRefused(@ForAll("soup") String text) {
        check(text);
    }

    @Property(tries = 20_000, seed = "2")
    void singleActionsAreRenderedOrRefused(@ForAll("actions") String text) {
        check(text);
    }

    @Property(tries = 10_000, seed = "3")
    void changedCasesAreRenderedOrRefused(@ForAll("mutants") String text) {
        check(text);
    }

    @Property(tries = 2_000, seed = "4")
    void anyTextsAreRenderedOrRefused(@ForAll String text) {
        check(text);
        check("{{" + text + "}}");
        check("{{printf `" + text + "` 1 `a` 2.5 nil}}");
        check("{{isotime `" + text + "`}}{{strftime `" + text + "`}}");
    }

    @Property(tries = 2_000, seed = "5")
    void textsOfRunTimeAreRenderedOrRefused(@ForAll("soup") String text) {
        Map<String, Object> data = Map.of("A", "v", "B", Map.of("C", "w", "é", "{{.A}}"));
        try {
            new DeferredText(INTERPOLATION.parse(text), INTERPOLATION, "It", PLACE).render(data);
        } catch (Complaint | BuildException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void check(String text) {
        for (boolean once : new boolean[] {true, false}) {
            try {
                String rendered = once ? INTERPOLATION.render(text) : INTERPOLATION.renderUntilStable(text);
                assertThat(rendered).isNotNull();
            } catch (BuildException e) {
                assertThat(e.getMessage()).contains("cannot be rendered");
            }
        }
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<String> actions() {
        Arbitrary<String> glue = Arbitraries.of(" ", "", " ", " ");
        Arbitrary<String> inside = Combinators.combine(Arbitraries.of(PIECES), glue)
                .as((piece, between) -> piece + between)
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
        return inside.map(text -> "{{" + text + "}}");
    }

    /** Cases with a piece cut out, doubled, or put in. */
    @Provide
    Arbitrary<String> mutants() {
        return Combinators.combine(
                        Arbitraries.of(InterpolationCases.read()),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of(PIECES))
                .as((one, from, length, piece) -> {
                    int begin = Math.min(from, one.text().length());
                    int end = Math.min(begin + length, one.text().length());
                    return one.text().substring(0, begin) + piece + one.text().substring(end);
                });
    }
}
