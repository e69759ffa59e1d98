package io.jenkins.plugins.packerbuild.engine.template.fix;

import io.jenkins.plugins.packerbuild.engine.template.TemplateTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rewrites builders for version 1 of DigitalOcean's API into today's form. What a number stood for, and what was meant
 * where nothing stood, is said out, so that nothing depends on defaults. Whatever is not the same is a note. One use.
 */
final class DigitalOceanFixer {

    static final Fixer FIXER = new Fixer(
            "digitalocean-v1",
            "'client_id', 'api_key' and numbers of digitalocean become a token and slugs; of packer-build's own",
            (template, notes) -> new DigitalOceanFixer(template, notes).run());

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*user\\s+[`\"]([^`\"]+)[`\"]\\s*}}");
    private static final String VARIABLES = "variables";
    private static final String SENSITIVE = "sensitive-variables";

    private final TemplateParts template;
    private final Consumer<String> notes;

    private DigitalOceanFixer(TemplateParts template, Consumer<String> notes) {
        this.template = template;
        this.notes = notes;
    }

    private void run() {
        template.builders().stream()
                .filter(builder -> builder.type().equals("digitalocean"))
                .filter(builder -> DigitalOcean2013.isOfThatTime(builder::has))
                .forEach(this::fix);
    }

    private void fix(Fields builder) {
        String name = "Builder '" + builder.text("name").orElse(builder.type()) + "': ";
        Consumer<String> own = note -> notes.accept(name + note);
        token(builder, own);
        for (String option : List.of("region", "size", "image")) {
            choose(builder, option, own);
        }
        builder.remove("event_delay");
        if (!builder.has("ssh_username")) {
            builder.put("ssh_username", DigitalOcean2013.SSH_USERNAME);
        }
    }

    private void token(Fields builder, Consumer<String> own) {
        Optional<String> key = builder.text("api_key").filter(DigitalOcean2013::isToken);
        builder.remove("client_id", "api_key");
        if (builder.has("api_token")) {
            return;
        }
        if (key.isPresent()) {
            builder.put("api_token", key.get());
            return;
        }
        String variable = tokenVariable();
        builder.put("api_token", "{{user `" + variable + "`}}");
        own.accept("a key of 2013 is no token of today. Give a personal access token by -var " + variable
                + "=..., or in the environment as DIGITALOCEAN_API_TOKEN.");
    }

    /** One for all builders; not one that the template has for something else. */
    private String tokenVariable() {
        String value = "{{env `DIGITALOCEAN_API_TOKEN`}}";
        Fields variables = template.object(VARIABLES);
        String variable = Stream.of("do_token", "digitalocean_api_token", "digitalocean_api_token_of_today")
                .filter(name -> !variables.has(name)
                        || variables.text(name).filter(value::equals).isPresent())
                .findFirst()
                .orElse("digitalocean_api_token_of_today");
        variables.put(variable, value);
        List<Object> sensitive = new ArrayList<>(template.root().list(SENSITIVE).orElse(List.of()));
        if (!sensitive.contains(variable)) {
            sensitive.add(variable);
            template.root().put(SENSITIVE, sensitive);
        }
        return variable;
    }

    private void choose(Fields builder, String option, Consumer<String> own) {
        String old = option + "_id";
        String number = builder.value(old).map(DigitalOceanFixer::text).orElse("");
        if (builder.has(option)) {
            builder.remove(old);
            slug(builder, option, own);
        } else if (number.isEmpty()) {
            builder.remove(old);
            DigitalOcean2013.Today standard = DigitalOcean2013.standard(option);
            builder.put(option, standard.slug());
            own.accept("no " + old + " meant " + standard.number() + ", and " + told(standard));
        } else {
            number(builder, option, number, own);
        }
    }

    private void number(Fields builder, String option, String number, Consumer<String> own) {
        String old = option + "_id";
        Matcher variable = VARIABLE.matcher(number);
        Optional<DigitalOcean2013.Today> today = DigitalOcean2013.today(option, number);
        if (today.isPresent()) {
            builder.remove(old);
            builder.put(option, today.get().slug());
            own.accept(told(today.get()));
        } else if (variable.matches()) {
            builder.rename(old, option);
            variable(option, variable.group(1), own);
        } else if (option.equals("image")) {
            builder.remove(old);
            builder.put(option, number);
            own.accept("image " + number + " keeps its number, which is right for a snapshot of your own; an image of"
                    + " DigitalOcean's has another one today, or better a slug such as 'ubuntu-24-04-x64'.");
        } else {
            own.accept("what " + old + " " + number + " was is not known. Replace it by \"" + option
                    + "\" with a slug of today.");
        }
    }

    /** The number stands in the default of a user variable. */
    private void variable(String option, String name, Consumer<String> own) {
        Fields variables = template.object(VARIABLES);
        Optional<DigitalOcean2013.Today> today =
                variables.text(name).flatMap(number -> DigitalOcean2013.today(option, number));
        today.ifPresent(found -> variables.put(name, found.slug()));
        own.accept("variable '" + name + "' is the " + option + ", as a slug of today"
                + today.map(found -> "; its default is '" + found.slug() + "' now: " + found.story())
                        .orElse("")
                + ".");
    }

    private static void slug(Fields builder, String option, Consumer<String> own) {
        builder.text(option)
                .flatMap(slug -> DigitalOcean2013.ofSlug(option, slug))
                .ifPresent(today -> {
                    builder.put(option, today.slug());
                    own.accept(told(today));
                });
    }

    private static String told(DigitalOcean2013.Today today) {
        return today.story() + ". The " + today.option() + " is '" + today.slug() + "' now.";
    }

    private static String text(Object value) {
        if (value == TemplateTree.Absent.NULL) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toBigInteger().toString() : value.toString();
    }
}
