package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jspecify.annotations.Nullable;

/** What the form of a credential offers and checks: nothing to those who may not configure. */
final class CredentialForm {

    private CredentialForm() {}

    /** The credentials to choose from; only the current one for those who may not see or use them. */
    static ListBoxModel choices(@Nullable Item item, String current) {
        StandardListBoxModel model = new StandardListBoxModel();
        if (!maySee(item)) {
            return model.includeCurrentValue(current);
        }
        model.includeEmptyValue();
        if (item == null) {
            model.includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), StandardCredentials.class, List.of(), served());
        } else {
            model.includeMatchingAs(Scopes.authentication(item), item, StandardCredentials.class, List.of(), served());
        }
        return model.includeCurrentValue(current);
    }

    /** Says what is wrong to those who may configure. */
    static FormValidation check(@Nullable Item item, Supplier<Optional<String>> problem) {
        boolean may = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.CONFIGURE) || item.hasPermission(Item.EXTENDED_READ);
        return may ? problem.get().map(FormValidation::error).orElse(FormValidation.ok()) : FormValidation.ok();
    }

    /** What is wrong when not exactly one is filled in. */
    static Optional<String> problemOfTargets(@Nullable String builder, @Nullable String variable) {
        boolean noBuilder = Util.fixEmptyAndTrim(builder) == null;
        boolean noVariable = Util.fixEmptyAndTrim(variable) == null;
        if (noBuilder != noVariable) {
            return Optional.empty();
        }
        return Optional.of(
                noBuilder ? "Enter a builder or a variable." : "Enter either a builder or a variable, not both.");
    }

    private static boolean maySee(@Nullable Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }

    /** Of the kinds that serve for anything here. */
    private static CredentialsMatcher served() {
        Stream<Class<?>> own = Stream.of(
                StringCredentials.class,
                StandardUsernamePasswordCredentials.class,
                SSHUserPrivateKey.class,
                FileCredentials.class);
        Stream<Class<?>> others =
                ExtensionList.lookup(CredentialKind.class).stream().map(CredentialKind::type);
        return CredentialsMatchers.anyOf(
                Stream.concat(own, others).map(CredentialsMatchers::instanceOf).toArray(CredentialsMatcher[]::new));
    }
}
