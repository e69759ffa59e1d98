package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.time.Duration;
import java.util.Map;

/** The STS calls that are answered on EC2's endpoint. */
final class StsActions {

    /** The access key that assumed roles get; whoever accepts keys accepts it. */
    static final String ASSUMED_KEY = "ASIASIMULATEDROLE001";

    private static final Duration SESSION = Duration.ofHours(1);

    Map<String, Ec2Action> table() {
        return Map.of("GetCallerIdentity", StsActions::identity, "AssumeRole", StsActions::assume);
    }

    private static void identity(Ec2Call call, Xml xml) {
        xml.text("UserId", "AIDASIMULATEDUSER001")
                .text("Account", Ec2State.ACCOUNT_ID)
                .text("Arn", "arn:aws:iam::" + Ec2State.ACCOUNT_ID + ":user/simulator");
    }

    private static void assume(Ec2Call call, Xml xml) {
        String role = call.parameters().required("RoleArn");
        String session = call.parameters().required("RoleSessionName");
        String expires = call.state().world.now().plus(SESSION).toString();
        xml.element(
                        "AssumedRoleUser",
                        it -> it.text("AssumedRoleId", "AROASIMULATED:" + session)
                                .text(
                                        "Arn",
                                        role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/"
                                                + session))
                .element(
                        "Credentials",
                        it -> it.text("AccessKeyId", ASSUMED_KEY)
                                .text("SecretAccessKey", "simulated-secret-of-an-assumed-role")
                                .text("SessionToken", "simulated-session-token")
                                .text("Expiration", expires));
    }
}
