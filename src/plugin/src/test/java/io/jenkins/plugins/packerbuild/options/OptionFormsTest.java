package io.jenkins.plugins.packerbuild.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionFormsTest {

    @Test
    void takesVariablesAsAMap() {
        Map<String, Object> coerced = OptionForms.coerced(
                Map.of("template", "t.json", "vars", Map.of("region", new StringBuilder("us-east-1"))));

        assertThat(coerced.get("template")).isEqualTo("t.json");
        assertThat(coerced.get("vars")).isInstanceOfSatisfying(List.class, list -> {
            PackerVariable variable = (PackerVariable) list.get(0);
            assertThat(variable.getName()).isEqualTo("region");
            assertThat(variable.getValue()).isEqualTo("us-east-1");
        });
    }

    @Test
    void takesListsAsTextsWithCommas() {
        Map<String, Object> coerced = OptionForms.coerced(Map.of("only", "web, db", "jvmOptions", "-Xmx1g  -Dx=a,b"));

        assertThat(coerced.get("only")).isEqualTo(List.of("web", "db"));
        assertThat(coerced.get("jvmOptions")).isEqualTo(List.of("-Xmx1g", "-Dx=a,b"));
    }

    @Test
    void leavesWhatHasTheRightTypeAlone() {
        List<String> only = List.of("a,b");

        assertThat(OptionForms.coerced(Map.of("only", only)).get("only")).isSameAs(only);
    }

    @Test
    void showsAListAsLines() {
        assertThat(OptionForms.lines(List.of("a", "b"))).isEqualTo("a\nb");
        assertThat(OptionForms.lines(null)).isEmpty();
    }
}
