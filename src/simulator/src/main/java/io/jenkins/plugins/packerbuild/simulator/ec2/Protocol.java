package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.account.Service;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import java.util.UUID;
import java.util.function.Consumer;

/** How each service wraps what it answers. */
enum Protocol {
    EC2(Service.EC2, "http://ec2.amazonaws.com/doc/2016-11-15/") {
        @Override
        String document(String action, Consumer<Xml> content) {
            return Xml.document(action + "Response", namespace, xml -> {
                xml.text("requestId", UUID.randomUUID());
                content.accept(xml);
            });
        }

        @Override
        String errorDocument(Ec2Error error) {
            return Xml.document(
                    "Response",
                    "",
                    xml -> xml.element("Errors", it -> it.element("Error", Protocol.error(error)))
                            .text("RequestID", UUID.randomUUID()));
        }
    },
    STS(Service.STS, "https://sts.amazonaws.com/doc/2011-06-15/"),
    IAM(Service.IAM, "https://iam.amazonaws.com/doc/2010-05-08/");

    final Service service;
    final String namespace;

    Protocol(Service service, String namespace) {
        this.service = service;
        this.namespace = namespace;
    }

    /** The service that has this API version. */
    static Protocol of(String version) {
        return switch (version) {
            case "2011-06-15" -> STS;
            case "2010-05-08" -> IAM;
            default -> EC2;
        };
    }

    Answer answer(String action, Consumer<Xml> content) {
        return Answer.of(200, "text/xml;charset=UTF-8", document(action, content));
    }

    Answer answer(Ec2Error error) {
        return Answer.of(error.status(), "text/xml;charset=UTF-8", errorDocument(error));
    }

    String document(String action, Consumer<Xml> content) {
        return Xml.document(
                action + "Response",
                namespace,
                xml -> xml.element(action + "Result", content)
                        .element("ResponseMetadata", it -> it.text("RequestId", UUID.randomUUID())));
    }

    String errorDocument(Ec2Error error) {
        return Xml.document(
                "ErrorResponse",
                namespace,
                xml -> xml.element("Error", it -> {
                            it.text("Type", error.status() < 500 ? "Sender" : "Receiver");
                            error(error).accept(it);
                        })
                        .text("RequestId", UUID.randomUUID()));
    }

    private static Consumer<Xml> error(Ec2Error error) {
        return xml -> xml.text("Code", error.code()).text("Message", String.valueOf(error.getMessage()));
    }
}
