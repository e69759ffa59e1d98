package io.jenkins.plugins.packerbuild.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String PASSWORD = "p'ss w\"rd/+&<ü>$1\\";

    private final Redactor redactor = new Redactor();

    @Test
    void leavesTextAloneWhenItKnowsNoSecret() {
        assertThat(redactor.redact("nothing to hide")).isEqualTo("nothing to hide");
    }

    @Test
    void replacesThePlainValueEverywhere() {
        redactor.add(Secret.of("dop_v1_0a1b2c"));

        assertThat(redactor.redact("dop_v1_0a1b2c and xdop_v1_0a1b2cx")).isEqualTo("<sensitive> and x<sensitive>x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:", "root:x"})
    void replacesBase64AtEveryAlignment(String before) {
        redactor.add(Secret.of(PASSWORD));
        byte[] bytes = (before + PASSWORD + before).getBytes(StandardCharsets.UTF_8);

        for (Base64.Encoder encoder : List.of(
                Base64.getEncoder(),
                Base64.getEncoder().withoutPadding(),
                Base64.getUrlEncoder(),
                Base64.getUrlEncoder().withoutPadding())) {
            String encoded = encoder.encodeToString(bytes);
            String redacted = redactor.redact("Authorization: Basic " + encoded);
            assertThat(redacted).contains("<sensitive>");
            assertThat(leftOver(encoded, redacted.substring("Authorization: Basic ".length())))
                    .isLessThanOrEqualTo(2 * (before.length() * 8 / 6 + 4));
        }
    }

    @Test
    void replacesUrlEncodedValues() {
        redactor.add(Secret.of(PASSWORD));
        String form = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);

        assertThat(redactor.redact(form)).isEqualTo("<sensitive>");
        assertThat(redactor.redact(form.replace("+", "%20"))).isEqualTo("<sensitive>");
        assertThat(redactor.redact("p%27ss%20w%22rd%2f%2b%26%3c%c3%bc%3e%241%5c"))
                .isEqualTo("<sensitive>");
    }

    @Test
    void replacesShellQuotedValues() {
        redactor.add(Secret.of(PASSWORD));

        assertThat(redactor.redact("+ echo 'p'\"'\"'ss w\"rd/+&<ü>$1\\'")).isEqualTo("+ echo '<sensitive>'");
        assertThat(redactor.redact("+ echo 'p'\\''ss w\"rd/+&<ü>$1\\'")).isEqualTo("+ echo '<sensitive>'");
        assertThat(redactor.redact("p\\'ss\\ w\\\"rd/+\\&\\<ü\\>\\$1\\\\")).isEqualTo("<sensitive>");
        assertThat(redactor.redact("\"p'ss w\\\"rd/+&<ü>\\$1\\\\\"")).isEqualTo("\"<sensitive>\"");
    }

    @Test
    void replacesJsonEscapedValues() {
        redactor.add(Secret.of(PASSWORD));

        assertThat(redactor.redact("{\"a\":\"p'ss w\\\"rd/+&<ü>$1\\\\\"}")).isEqualTo("{\"a\":\"<sensitive>\"}");
        assertThat(redactor.redact("p'ss w\\\"rd/+\\u0026\\u003c\\u00fc\\u003e$1\\\\"))
                .isEqualTo("<sensitive>");
        assertThat(redactor.redact("p'ss w\\\"rd\\/+&<ü>$1\\\\")).isEqualTo("<sensitive>");
    }

    @Test
    void replacesEachLineOfAKeyAndTheKeyInOneLine() {
        String key = "-----BEGIN KEY-----\nMIIEowIBAAKCAQEA7\nx1y2z3x4y5z6\n-----END KEY-----\n";
        redactor.add(Secret.of(key));

        assertThat(redactor.redact("line: MIIEowIBAAKCAQEA7")).isEqualTo("line: <sensitive>");
        assertThat(redactor.redact("-----BEGIN KEY-----")).isEqualTo("-----BEGIN KEY-----");
        assertThat(redactor.redact("a " + key)).isEqualTo("a <sensitive>");
        assertThat(redactor.redact("{\"k\":\"" + key.replace("\n", "\\n") + "\"}"))
                .isEqualTo("{\"k\":\"<sensitive>\"}");
    }

    @Test
    void replacesBase64ThatIsWrappedAtLines() {
        String key = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".repeat(4);
        redactor.add(Secret.of(key));

        for (String line : Base64.getMimeEncoder()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8))
                .split("\r\n")) {
            assertThat(redactor.redact(line)).isEqualTo("<sensitive>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "22", "true", "FALSE", "8080", "yes"})
    void hidesNoValueThatIsTooShortOrTooCommon(String value) {
        redactor.add(Secret.of(value));

        String text = "a true FALSE 22 yes 8080";
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void hidesShortValuesOnlyWhereTheyStandAlone() {
        redactor.add(Secret.of("root"));

        assertThat(redactor.redact("root:root in chroot and roots"))
                .isEqualTo("<sensitive>:<sensitive> in chroot and roots");
    }

    @Test
    void findsSecretsThatOverlapOrLieInEachOther() {
        redactor.addAll(List.of(Secret.of("abcdefgh"), Secret.of("cdefghijk"), Secret.of("defghi")));

        assertThat(redactor.redact("xabcdefghijkx abcdefgx defghix")).isEqualTo("x<sensitive>x abcdefgx <sensitive>x");
    }

    @Test
    void knowsASecretThatIsAddedAfterTheFirstText() {
        redactor.redact("second-secret");
        redactor.add(Secret.of("second-secret"));

        assertThat(redactor.redact("second-secret")).isEqualTo("<sensitive>");
        assertThat(redactor.finds("a second-secret b")).isTrue();
        assertThat(redactor.finds("nothing")).isFalse();
    }

    @Test
    void findsASecretThatIsCutInTwoByTheEndOfALongLine() {
        redactor.add(Secret.of("correct-horse-battery"));
        String line = "x".repeat(8170) + "correct-horse-battery" + "y".repeat(3000);

        for (int cut = 8171; cut < 8191; cut++) {
            Pieces pieces = redactor.pieces();
            String both = pieces.next(line.substring(0, cut)) + pieces.next(line.substring(cut));
            assertThat(both.replace("<sensitive>", "").replaceAll("[xy]+", "").length())
                    .as("seen with a cut at %d", cut)
                    .isLessThan(3);
        }
    }

    @Test
    void doesNotTakeTheEndOfAShortLineForTheBeginningOfASecret() {
        redactor.add(Secret.of("correct-horse-battery"));
        Pieces pieces = redactor.pieces();

        assertThat(pieces.next("this is correct")).isEqualTo("this is correct");
        assertThat(pieces.next("-horse")).isEqualTo("-horse");
    }

    @Test
    void agreesWithSearchingForEachPatternByItself() {
        List<String> words = List.of("abab12", "bab12a", "2abab1", "aaaaaa", "b12ab1");
        words.forEach(word -> redactor.add(Secret.of(word)));
        java.util.Random random = new java.util.Random(7);

        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(60, 0, 4).forEach(n -> text.append("ab12".charAt(n)));
            assertThat(redactor.finds(text.toString())).isEqualTo(words.stream().anyMatch(text.toString()::contains));
        }
    }

    private static int leftOver(String encoded, String redacted) {
        String[] parts = redacted.split("<sensitive>", -1);
        assertThat(encoded.toLowerCase(Locale.ROOT)).startsWith(parts[0].toLowerCase(Locale.ROOT));
        return redacted.replace("<sensitive>", "").length();
    }
}
