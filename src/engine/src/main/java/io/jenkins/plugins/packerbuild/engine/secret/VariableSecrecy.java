package io.jenkins.plugins.packerbuild.engine.secret;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which values of user variables are secrets. Nobody says which they are, and a log in which every
 * {@code us-east-1} is replaced cannot be read. So a value is a secret when the template lists its variable in
 * {@code sensitive-variables}, when the variable's name says so, or when the value is not made of readable words and
 * numbers. What came through {@code secrets.json} is a secret unless it has a form that only public things have. Keys of
 * providers are no variables: they are always secrets.
 */
public final class VariableSecrecy {

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i:.*(token|secret|passw|passphrase|pwd|credential|private|salt|webhook|connection_?string).*)"
                    + "|(?i:(.*[-_.])?(key|keys|pass|pw|pat|auth|dsn|jwt|cert)([-_.].*)?|.*(apikey|accesskey))"
                    + "|.*[a-z](Key|Pass|Auth)");

    private static final Pattern PUBLIC_VALUE = Pattern.compile(String.join(
            "|",
            "[a-z]{2}(-[a-z]{1,20}){1,4}-[0-9][a-z]?", // us-east-1, us-gov-west-1a
            "[a-z]{3}[0-9]", // nyc3
            "[a-z][a-z0-9-]{0,8}\\.[0-9]{0,3}(nano|micro|small|medium|x?large|metal)[a-z0-9-]{0,8}", // t3.micro
            "[a-z]{1,3}[0-9]?-[0-9]+vcpu-[0-9]+gb[a-z0-9-]*", // s-1vcpu-1gb
            "(ami|vpc|subnet|sg|snap|vol|i|igw|rtb|eni|lt)-[0-9a-f]{8,17}",
            "(ubuntu|debian|centos|fedora|rockylinux|almalinux|freebsd)-[a-z0-9.-]{1,24}",
            "ubuntu|root|admin|ec2-user|centos|debian|fedora|core|rocky|almalinux",
            "v?[0-9]{1,12}(\\.[0-9]{1,6}){0,4}", // numbers, versions, accounts, addresses
            "[0-9.]{7,15}/[0-9]{1,2}", // 10.0.0.0/8
            "(https?://)?[a-zA-Z0-9.-]{1,60}:[0-9]{1,5}/?",
            "https?://[a-zA-Z0-9.-]{1,60}(:[0-9]{1,5})?/?",
            "[a-z]{1,4}[0-9]?", // gp3, hvm, ebs
            "x86_64|arm64|amd64|true|false"));

    private static final Pattern SEPARATORS = Pattern.compile("[-_./:,*+ ~={}()\\[\\]]+");

    private static final Pattern READABLE_WORD =
            Pattern.compile("[a-z]{0,20}|[A-Z]{1,12}|[A-Z][a-z]{1,20}|[0-9]{1,14}|[a-zA-Z0-9]{1,6}");

    private static final Pattern SECRET_WORD = Pattern.compile("(?i).*(secret|passw|token|private).*");

    private VariableSecrecy() {}

    /**
     * Whether a value from {@code -var}, a var-file, the environment or the template's own default is a secret.
     *
     * @param sensitive the template's {@code sensitive-variables}
     */
    public static boolean isSecret(String name, String value, Set<String> sensitive) {
        return sensitive.contains(name) || namesSecret(name) || !isReadable(value);
    }

    /** Whether a value that whoever started the engine gave in {@code secrets.json} is a secret. */
    public static boolean isSecretWhenGiven(String name, String value) {
        return namesSecret(name) || !PUBLIC_VALUE.matcher(value).matches();
    }

    /** Whether the name of a variable says that its value is a secret. */
    public static boolean namesSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    private static boolean isReadable(String value) {
        return PUBLIC_VALUE.matcher(value).matches()
                || SEPARATORS.splitAsStream(value).allMatch(READABLE_WORD.asMatchPredicate())
                        && !SECRET_WORD.matcher(value).matches();
    }
}
