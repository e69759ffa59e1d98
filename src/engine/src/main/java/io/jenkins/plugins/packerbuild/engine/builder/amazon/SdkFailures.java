package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into what the builder acts upon. */
final class SdkFailures {

    private static final Set<String> DENIED = Set.of(
            "UnauthorizedOperation",
            "AuthFailure",
            "AccessDenied",
            "AccessDeniedException",
            "InvalidClientTokenId",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "ExpiredToken",
            "RequestExpired",
            "OptInRequired",
            "PendingVerification",
            "Blocked",
            "UnauthorizedImage");

    private static final Set<String> THROTTLED = Set.of(
            "RequestLimitExceeded",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "EC2ThrottledException",
            "TooManyRequestsException",
            "SlowDown",
            "BandwidthLimitExceeded");

    private static final Set<String> CONFLICT = Set.of(
            "DependencyViolation",
            "IncorrectState",
            "IncorrectInstanceState",
            "IncorrectStateException",
            "ResourceInUse",
            "VolumeInUse",
            "ConcurrentTagAccess");

    private static final Set<String> CAPACITY = Set.of(
            "InsufficientInstanceCapacity",
            "InsufficientHostCapacity",
            "InsufficientReservedInstanceCapacity",
            "InsufficientFreeAddressesInSubnet",
            "VcpuLimitExceeded",
            "InstanceLimitExceeded");

    private static final Set<String> NOT_FOUND = Set.of("InvalidAMIID.Unavailable", "NoSuchEntity");

    private SdkFailures() {}

    static FailedAttempt classify(SdkException e) {
        return e instanceof AwsServiceException refused ? refused(refused) : unanswered(e);
    }

    private static FailedAttempt refused(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "HTTP " + e.statusCode() : details.errorCode();
        String words =
                details == null || details.errorMessage() == null ? unsaid(e.statusCode()) : details.errorMessage();
        String requestId = e.requestId() == null ? "" : e.requestId();
        return new FailedAttempt(reason(code, e.statusCode()), words, code, requestId, retryAfter(details), e);
    }

    /** Java's own HTTP client keeps the body of a 401 to itself, which is how EC2 says AuthFailure. */
    private static String unsaid(int status) {
        return status == 401 ? "the credentials were refused" : "no reason given";
    }

    private static Reason reason(String code, int status) {
        if (CAPACITY.contains(code)) {
            return Reason.CAPACITY;
        }
        if (DENIED.contains(code)) {
            return Reason.DENIED;
        }
        if (THROTTLED.contains(code) || status == 429) {
            return Reason.THROTTLED;
        }
        if (NOT_FOUND.contains(code) || code.endsWith(".NotFound")) {
            return Reason.NOT_FOUND;
        }
        if (CONFLICT.contains(code) || code.endsWith(".Duplicate") || code.endsWith(".InUse")) {
            return Reason.CONFLICT;
        }
        if (status == 401 || status == 403) {
            return Reason.DENIED;
        }
        return status >= 500 ? Reason.UNAVAILABLE : Reason.OTHER;
    }

    private static Duration retryAfter(@Nullable AwsErrorDetails details) {
        if (details == null || details.sdkHttpResponse() == null) {
            return Duration.ZERO;
        }
        return details.sdkHttpResponse()
                .firstMatchingHeader("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static FailedAttempt unanswered(SdkException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unable to load credentials") || message.startsWith("Profile file contained no")) {
            return new FailedAttempt(
                    Reason.DENIED, "no credentials were found", "CredentialsMissing", "", Duration.ZERO, e);
        }
        Throwable root = rootOf(e);
        Reason reason = root instanceof IOException ? Reason.UNAVAILABLE : Reason.OTHER;
        return new FailedAttempt(reason, words(root), "", "", Duration.ZERO, e);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String words(Throwable root) {
        if (root instanceof UnknownHostException) {
            return "unknown host '" + root.getMessage() + "'";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
