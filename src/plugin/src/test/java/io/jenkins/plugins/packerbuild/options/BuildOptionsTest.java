package io.jenkins.plugins.packerbuild.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildOptionsTest {

    @Test
    void hasTheDefaultsOfTheManual() {
        BuildOptions options = new BuildOptions("example.json");

        assertThat(options.getOnError()).isEqualTo("cleanup");
        assertThat(options.getCancelGraceMinutes()).isEqualTo(10);
        assertThat(options.getTimeoutMinutes()).isZero();
        assertThat(options.isFailOnError()).isTrue();
        assertThat(options.isArchiveManifest()).isTrue();
        assertThat(options.isUnstableOnPartial()).isFalse();
        assertThat(options.getVars()).isEmpty();
        assertThat(options.getOnly()).isEmpty();
    }

    @Test
    void takesAFormsEmptyTextsForNothing() {
        BuildOptions options = new BuildOptions(" example.json ");
        options.setOnError("");
        options.setJavaHome(" ");
        options.setOnly(Arrays.asList(" web ", "", "db"));
        options.setVarFiles(null);

        assertThat(options.getTemplate()).isEqualTo("example.json");
        assertThat(options.getOnError()).isEqualTo("cleanup");
        assertThat(options.getJavaHome()).isEmpty();
        assertThat(options.getOnly()).containsExactly("web", "db");
        assertThat(options.getVarFiles()).isEmpty();
    }

    @Test
    void replacesBuildVariablesInACopy() {
        BuildOptions options = new BuildOptions("${NAME}.json");
        options.setVars(List.of(new PackerVariable("region", "${REGION}")));
        options.setVarFiles(List.of("${NAME}-vars.json"));
        options.setForce(true);

        BuildOptions expanded =
                options.expanded(text -> text.replace("${NAME}", "web").replace("${REGION}", "eu-west-1"));

        assertThat(expanded.getTemplate()).isEqualTo("web.json");
        assertThat(expanded.getVars().get(0).getValue()).isEqualTo("eu-west-1");
        assertThat(expanded.getVarFiles()).containsExactly("web-vars.json");
        assertThat(expanded.isForce()).isTrue();
        assertThat(options.getTemplate()).isEqualTo("${NAME}.json");
    }

    @Test
    void isStoredWithoutTheValuesOfVariables() throws Exception {
        BuildOptions options = new BuildOptions("example.json");
        options.setVars(List.of(new PackerVariable("password", "correct-horse")));
        options.setOnly(List.of("web"));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(options.withoutVariables());
        }

        assertThat(bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("correct-horse");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            BuildOptions read = (BuildOptions) in.readObject();
            assertThat(read.getOnly()).containsExactly("web");
            assertThat(read.getVars()).isEmpty();
        }
    }

    @Test
    void hasDefaultsForWhatAnOldConfigurationLacks() throws Exception {
        BuildOptions options = new BuildOptions("example.json");
        for (Field field : BuildOptions.class.getDeclaredFields()) {
            boolean settable = !Modifier.isStatic(field.getModifiers())
                    && !field.getType().isPrimitive()
                    && !field.getName().equals("template");
            if (settable) {
                field.setAccessible(true);
                field.set(options, null);
            }
        }

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(options);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            BuildOptions read = (BuildOptions) in.readObject();
            assertThat(read.getTemplate()).isEqualTo("example.json");
            assertThat(read.getVars()).isEmpty();
            assertThat(read.getOnly()).isEmpty();
            assertThat(read.getOnError()).isEqualTo("cleanup");
            assertThat(read.getJavaHome()).isEmpty();
            assertThat(read.isFailOnError()).isTrue();
            assertThat(read.isArchiveManifest()).isTrue();
            assertThat(read.getCancelGraceMinutes()).isEqualTo(10);
        }
    }
}
