package io.jenkins.plugins.packerbuild.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineMaskTest {

    private int compiled;
    private final LineMask mask = new LineMask(this::alternative);

    @Test
    void aLineWithoutSecretsStaysAsItIs() {
        assertThat(mask.mask("hello")).isEqualTo("hello");

        mask.add(List.of("secret"));

        assertThat(mask.mask("hello, sec and ret")).isEqualTo("hello, sec and ret");
        assertThat(mask.mask("")).isEmpty();
    }

    @Test
    void everyOccurrenceOfEverySecretIsReplaced() {
        mask.add(List.of("secret", "geheim"));

        assertThat(mask.mask("secret: xgeheimx secretsecret $1")).isEqualTo("****: x****x ******** $1");
    }

    @Test
    void theLongerSecretWins() {
        mask.add(List.of("pass", "password"));

        assertThat(mask.mask("a password")).isEqualTo("a ****");
    }

    @Test
    void theLinesOfASecretAreFoundOneByOne() {
        mask.add(List.of("-----BEGIN KEY-----\r\nAAAAabcdefgh\n  BBBBabcdefgh\n}\n-----END KEY-----\n"));

        assertThat(mask.mask("AAAAabcdefgh and BBBBabcdefgh }")).isEqualTo("**** and **** }");
        assertThat(mask.mask("-----BEGIN KEY-----")).isEqualTo("-----BEGIN KEY-----");
    }

    @Test
    void thePatternIsMadeAgainOnlyAfterANewSecret() {
        mask.add(List.of("secret"));
        mask.mask("a");
        mask.mask("b");
        mask.add(List.of("secret", " "));
        mask.mask("c");
        assertThat(compiled).isEqualTo(1);

        mask.add(List.of("another"));

        assertThat(mask.mask("another")).isEqualTo("****");
        assertThat(compiled).isEqualTo(2);
    }

    @Test
    void aPatternOfAnotherFormIsMatchedAgainstEveryLine() {
        QuickPattern other = QuickPattern.of(Pattern.compile("[0-9]{4}"));

        assertThat(other.beginnings()).isNull();
        assertThat(other.replaceAll("a 1234 b", "****")).isEqualTo("a **** b");
    }

    @Test
    void aSecretThatEndsAQuoteIsStillFound() {
        mask.add(List.of("abc\\Edef|ghi", "other"));

        assertThat(mask.mask("abc\\Edef|ghi other")).isEqualTo("**** ****");
    }

    @Test
    void anEmptyPatternFindsNothing() {
        assertThat(QuickPattern.of(Pattern.compile("")).replaceAll("abc", "****"))
                .isEqualTo("abc");
    }

    /** As credentials-binding makes it, without its other forms. */
    private Pattern alternative(Collection<String> secrets) {
        compiled++;
        return Pattern.compile(secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }
}
