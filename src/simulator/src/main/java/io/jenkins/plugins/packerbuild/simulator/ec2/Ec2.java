package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.http.Request;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * EC2's query API, version 2016-11-15, with one account in all regions, and on the same endpoint the STS and IAM calls
 * that a build makes. The region of a call is that of its signature. Safe for use by several threads at once.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/">EC2 API reference</a>
 */
public final class Ec2 {

    private final Ec2State state;
    private final Set<String> acceptedKeys;
    private final Map<Protocol, Map<String, Ec2Action>> actions;

    /**
     * An EC2 with an empty account.
     *
     * @param acceptedKeys the access keys that are let in; if empty, any key is
     */
    public Ec2(World world, Set<String> acceptedKeys) {
        this.state = new Ec2State(world);
        this.acceptedKeys = Set.copyOf(acceptedKeys);
        this.actions = Map.of(
                Protocol.EC2, ec2Actions(),
                Protocol.STS, new StsActions().table(),
                Protocol.IAM, new IamActions().table());
    }

    private static Map<String, Ec2Action> ec2Actions() {
        Map<String, Ec2Action> table = new HashMap<>();
        table.putAll(new NetworkActions().table());
        table.putAll(new ImageActions().table());
        table.putAll(new ImageCreation().table());
        table.putAll(new AttributeActions().table());
        table.putAll(new KeyPairActions().table());
        table.putAll(new SecurityGroupActions().table());
        table.putAll(new LaunchActions().table());
        table.putAll(new InstanceActions().table());
        table.putAll(new StorageActions().table());
        table.putAll(new TagActions().table());
        return table;
    }

    /** Answers one request. */
    public Answer answer(Request request) {
        Map<String, String> form = new HashMap<>(request.query());
        form.putAll(Request.form(request.body()));
        QueryParameters parameters = new QueryParameters(form);
        Protocol protocol = Protocol.of(parameters.text("Version").orElse(""));
        String action = parameters.text("Action").orElse("unknown");
        Answer answer;
        try {
            answer = call(protocol, action, parameters, credential(request, protocol));
        } catch (Ec2Error e) {
            answer = protocol.answer(e);
        } catch (RuntimeException e) {
            System.err.println("The simulated EC2 could not answer " + action + ": " + e);
            answer = protocol.answer(internalError());
        }
        state.world.calls().note(protocol.service, action, answer.isRefusal());
        return answer;
    }

    /** What exists in the account, in all regions. */
    public Inventory inventory() {
        synchronized (state) {
            return new Ec2Inventory(state).take();
        }
    }

    /** The content of an image, for tests; empty if there is none of that id in the region. */
    public Optional<DiskImage> disk(String region, String imageId) {
        synchronized (state) {
            return Optional.ofNullable(state.region(region).images.get(imageId)).map(image -> image.disk);
        }
    }

    private Credential credential(Request request, Protocol protocol) {
        Credential credential = Credential.of(request)
                .orElseThrow(() ->
                        new Ec2Error(403, "MissingAuthenticationToken", "Request is missing Authentication Token"));
        boolean accepted = acceptedKeys.isEmpty()
                || acceptedKeys.contains(credential.accessKey())
                || credential.accessKey().equals(StsActions.ASSUMED_KEY);
        if (accepted) {
            return credential;
        }
        throw protocol == Protocol.EC2
                ? new Ec2Error(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
                : new Ec2Error(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    private Answer call(Protocol protocol, String name, QueryParameters parameters, Credential credential) {
        Ec2Action action = actions.getOrDefault(protocol, Map.of()).get(name);
        if (action == null) {
            throw Ec2Error.of("InvalidAction", "The action " + name + " is not valid for this web service.");
        }
        Optional<FaultKind> fault = state.world.faults().take(protocol.service, name);
        if (fault.isPresent() && fault.get() == FaultKind.DROP) {
            return Answer.dropped();
        }
        fault.ifPresent(Ec2::refuse);
        if (parameters.flag("DryRun", false)) {
            throw new Ec2Error(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
        synchronized (state) {
            Ec2Call call = new Ec2Call(parameters, state, state.region(credential.region()), fault);
            Answer answer = protocol.answer(name, xml -> action.run(call, xml));
            return call.suffers(FaultKind.LOST) ? Answer.dropped() : answer;
        }
    }

    private static void refuse(FaultKind fault) {
        switch (fault) {
            case THROTTLE -> throw new Ec2Error(503, "RequestLimitExceeded", "Request limit exceeded.");
            case ERROR -> throw internalError();
            case DENIED ->
                throw new Ec2Error(403, "UnauthorizedOperation", "You are not authorized to perform this operation.");
            default -> {}
        }
    }

    private static Ec2Error internalError() {
        return new Ec2Error(500, "InternalError", "An internal error has occurred");
    }
}
