package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What AWS and its publishers ship: regions and public images. */
final class Catalogue {

    static final List<String> REGIONS = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-central-1",
            "eu-north-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-south-1",
            "sa-east-1");

    private static final String X86 = "x86_64";
    private static final String ARM = "arm64";

    private enum Publisher {
        CANONICAL(new Image.Owner("099720109477", ""), "/dev/sda1", "ubuntu"),
        AMAZON(new Image.Owner("137112412989", "amazon"), "/dev/xvda", "ec2-user"),
        DEBIAN(new Image.Owner("136693071363", ""), "/dev/xvda", "admin");

        final Image.Owner owner;
        final String rootDevice;
        final String login;

        Publisher(Image.Owner owner, String rootDevice, String login) {
            this.owner = owner;
            this.rootDevice = rootDevice;
            this.login = login;
        }
    }

    private record Release(Publisher publisher, String name, String architecture, String date) {}

    private static final List<Release> RELEASES = List.of(
            ubuntu("hvm-ssd-gp3/ubuntu-noble-24.04-amd64", X86, "20250305"),
            ubuntu("hvm-ssd-gp3/ubuntu-noble-24.04-amd64", X86, "20250516"),
            ubuntu("hvm-ssd-gp3/ubuntu-noble-24.04-amd64", X86, "20250610"),
            ubuntu("hvm-ssd-gp3/ubuntu-noble-24.04-arm64", ARM, "20250610"),
            ubuntu("hvm-ssd/ubuntu-jammy-22.04-amd64", X86, "20250305"),
            ubuntu("hvm-ssd/ubuntu-jammy-22.04-amd64", X86, "20250530"),
            ubuntu("hvm-ssd/ubuntu-focal-20.04-amd64", X86, "20250603"),
            ubuntu("hvm-ssd/ubuntu-bionic-18.04-amd64", X86, "20230531"),
            ubuntu("hvm-ssd/ubuntu-xenial-16.04-amd64", X86, "20210928"),
            new Release(Publisher.AMAZON, "al2023-ami-2023.7.20250609.0-kernel-6.1-x86_64", X86, "20250609"),
            new Release(Publisher.AMAZON, "al2023-ami-2023.7.20250609.0-kernel-6.1-arm64", ARM, "20250609"),
            new Release(Publisher.AMAZON, "amzn2-ami-hvm-2.0.20250603.0-x86_64-gp2", X86, "20250603"),
            new Release(Publisher.DEBIAN, "debian-12-amd64-20250530-2128", X86, "20250530"));

    private Catalogue() {}

    /** The public images of a region; an image has another id in each region. */
    static List<Image> images(String region) {
        return RELEASES.stream().map(release -> image(release, region)).toList();
    }

    private static Release ubuntu(String name, String architecture, String date) {
        return new Release(Publisher.CANONICAL, "ubuntu/images/" + name + "-server-" + date, architecture, date);
    }

    private static Image image(Release release, String region) {
        Publisher publisher = release.publisher();
        String digits = UUID.nameUUIDFromBytes((region + release.name()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 16);
        Instant created = LocalDate.parse(release.date(), DateTimeFormatter.BASIC_ISO_DATE)
                .atTime(8, 30)
                .toInstant(ZoneOffset.UTC);
        Device root = new Device(
                publisher.rootDevice,
                "snap-0" + digits,
                new Device.Ebs(8, release.name().contains("gp3") ? "gp3" : "gp2", true, false));
        Image image = new Image(
                "ami-0" + digits,
                release.name(),
                publisher.owner,
                new Image.Platform(
                        release.architecture(), publisher.rootDevice, Set.of(publisher.login, "root"), true, true),
                new Image.Content(List.of(root), created, DiskImage.stock()));
        image.launchGroups.add("all");
        return image;
    }
}
