package io.jenkins.plugins.packerbuild.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.fault.Faults;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.http.Request;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.latency.VirtualTimeline;
import io.jenkins.plugins.packerbuild.simulator.machine.MemoryMachines;
import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Talks to a simulated EC2 whose time the test moves. */
final class Ec2Conversation {

    final VirtualTimeline time = new VirtualTimeline();
    final MemoryMachines machines = new MemoryMachines();
    final Faults faults = new Faults();
    final CallAccount calls = new CallAccount();
    final Ec2 cloud =
            new Ec2(new World(time, Latencies.ofFactor(1), faults, calls, machines), Set.of("AKIAGOOD", "AKIAALSO"));

    String region = "us-east-1";
    String version = "2016-11-15";
    String accessKey = "AKIAGOOD";

    /** A reply that can be asked for the texts of its elements. */
    record Reply(int status, String body, Element root) {

        /** The text of the first element of that name; empty if there is none. */
        String text(String element) {
            List<String> all = texts(element);
            return all.isEmpty() ? "" : all.get(0);
        }

        List<String> texts(String element) {
            NodeList nodes = root.getElementsByTagName(element);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        }
    }

    /** Sends an action with parameters, each as {@code name=value}. */
    Answer send(String action, String... parameters) {
        List<String> all = new ArrayList<>(List.of("Action=" + action, "Version=" + version));
        all.addAll(List.of(parameters));
        String body = all.stream()
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Headers headers = new Headers();
        headers.set(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + accessKey + "/20260131/" + region
                        + "/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64));
        return cloud.answer(new Request("POST", URI.create("/"), headers, body));
    }

    Reply reply(String action, String... parameters) {
        Answer answer = send(action, parameters);
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.body())))
                    .getDocumentElement();
            return new Reply(answer.status(), answer.body(), root);
        } catch (Exception e) {
            throw new AssertionError("no XML: " + answer, e);
        }
    }

    /** Sends what must succeed. */
    Reply ask(String action, String... parameters) {
        Reply reply = reply(action, parameters);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    /** Sends what must be refused; returns AWS's code. */
    String refusal(String action, String... parameters) {
        Reply reply = reply(action, parameters);
        assertThat(reply.status()).as(reply.body()).isGreaterThanOrEqualTo(400);
        return reply.text("Code");
    }

    String noble() {
        return ask("DescribeImages", "Filter.1.Name=name", "Filter.1.Value.1=*noble*amd64*20250610")
                .text("imageId");
    }

    String launch(String... more) {
        List<String> all =
                new ArrayList<>(List.of("ImageId=" + noble(), "InstanceType=t3.micro", "MinCount=1", "MaxCount=1"));
        all.addAll(List.of(more));
        return ask("RunInstances", all.toArray(String[]::new)).text("instanceId");
    }

    String stopped() {
        String instance = launch();
        time.advance(Phase.INSTANCE_RUNNING.real());
        ask("StopInstances", "InstanceId.1=" + instance);
        time.advance(Phase.INSTANCE_STOPPED.real());
        return instance;
    }

    String state(String instance) {
        return ask("DescribeInstances", "InstanceId.1=" + instance)
                .texts("instanceState")
                .get(0)
                .replaceAll("\\d", "");
    }
}
