package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do about the refusals that people meet most. */
final class Cures {

    private static final String KEYS =
            "Check the access key and the secret key, that they belong together and are still active.";
    private static final String POLICY =
            "Ask the account's administrator for this action in the IAM policy of these credentials.";
    private static final String QUOTA =
            "Terminate machines that are not needed, or raise the quota in the Service Quotas console.";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("UnauthorizedOperation", POLICY),
            Map.entry("AccessDenied", POLICY),
            Map.entry("AuthFailure", KEYS),
            Map.entry("HTTP 401", KEYS),
            Map.entry("InvalidClientTokenId", KEYS),
            Map.entry("SignatureDoesNotMatch", KEYS),
            Map.entry("IncompleteSignature", KEYS),
            Map.entry("ExpiredToken", "Get new temporary credentials: these have expired."),
            Map.entry("RequestExpired", "Get new temporary credentials, or set this machine's clock."),
            Map.entry(
                    "OptInRequired", "Enable the region or the service for the account, or accept the image's terms."),
            Map.entry("UnauthorizedImage", "Accept the source image's terms, or use another source image."),
            Map.entry("VcpuLimitExceeded", QUOTA),
            Map.entry("InstanceLimitExceeded", QUOTA),
            Map.entry("MaxSpotInstanceCountExceeded", QUOTA),
            Map.entry(
                    "SecurityGroupLimitExceeded",
                    "Delete security groups that are not needed, or give `security_group_id`."),
            Map.entry("VpcIdNotSpecified", "The account has no default VPC: give `subnet_id`."),
            Map.entry("MissingInput", "The account has no default VPC: give `subnet_id`."),
            Map.entry(
                    "InsufficientInstanceCapacity",
                    "Try again later, or use another `instance_type`, `availability_zone` or `subnet_id`."),
            Map.entry("Unsupported", "Use another `instance_type`, or another `availability_zone` or `subnet_id`."),
            Map.entry("InvalidAMIName.Duplicate", "Use another `ami_name`, or set `force_deregister`."),
            Map.entry(
                    "InvalidAMIID.NotFound",
                    "Check that the image is there in this very region and shared with the account."),
            Map.entry("InvalidKeyPair.NotFound", "Check `ssh_keypair_name`: the key pair must be in this very region."),
            Map.entry("InvalidSubnetID.NotFound", "Check `subnet_id`: the subnet must be in this very region."),
            Map.entry("InvalidGroup.NotFound", "Check `security_group_id`: the group must be in this very region."),
            Map.entry(
                    "RequestLimitExceeded",
                    "Run fewer builds at a time (`-parallel-builds`), or ask AWS for more requests."),
            Map.entry(
                    "CredentialsMissing",
                    "Give `access_key` and `secret_key`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."));

    private Cures() {}

    /**
     * The cure; null when there is none.
     *
     * @param unanswered whether nobody was there to answer
     */
    static @Nullable String of(String code, boolean unanswered) {
        return unanswered ? "Check the network, the `region` and, when set, `custom_endpoint_ec2`." : BY_CODE.get(code);
    }
}
