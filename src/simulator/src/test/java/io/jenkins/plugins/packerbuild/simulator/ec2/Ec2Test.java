package io.jenkins.plugins.packerbuild.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import io.jenkins.plugins.packerbuild.simulator.ec2.Ec2Conversation.Reply;
import io.jenkins.plugins.packerbuild.simulator.fault.Fault;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ec2Test {

    private final Ec2Conversation cloud = new Ec2Conversation();

    @Test
    void buildsAnImageFromAnInstanceAndLeavesNothingElse() {
        Reply key = cloud.ask("CreateKeyPair", "KeyName=packer_1");
        String group = cloud.ask("CreateSecurityGroup", "GroupName=packer_1", "GroupDescription=Temporary", "VpcId=")
                .text("groupId");
        cloud.ask(
                "AuthorizeSecurityGroupIngress",
                "GroupId=" + group,
                "IpPermissions.1.IpProtocol=tcp",
                "IpPermissions.1.FromPort=22",
                "IpPermissions.1.ToPort=22",
                "IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0");
        String instance = cloud.launch("KeyName=packer_1", "SecurityGroupId.1=" + group, "SubnetId=");
        assertThat(cloud.state(instance)).isEqualTo("pending");

        cloud.time.advance(Phase.INSTANCE_RUNNING.real());
        assertThat(cloud.state(instance)).isEqualTo("running");
        assertThat(cloud.ask("DescribeInstances", "InstanceId.1=" + instance).text("ipAddress"))
                .startsWith("127.");
        assertThat(key.text("keyMaterial")).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(cloud.machines.spec(instance).authorizedKeys())
                .singleElement()
                .asString()
                .startsWith("ssh-rsa ");
        assertThat(cloud.machines.spec(instance).logins()).contains("ubuntu");
        assertThat(cloud.machines.story(instance)).isEmpty();
        cloud.time.advance(Phase.INSTANCE_SSH.real());
        assertThat(cloud.machines.story(instance)).containsExactly("acceptConnections");

        cloud.ask("StopInstances", "InstanceId.1=" + instance);
        assertThat(cloud.state(instance)).isEqualTo("stopping");
        cloud.time.advance(Phase.INSTANCE_STOPPED.real());
        assertThat(cloud.state(instance)).isEqualTo("stopped");

        String image = cloud.ask("CreateImage", "InstanceId=" + instance, "Name=packer-example-1")
                .text("imageId");
        assertThat(cloud.ask("DescribeImages", "ImageId.1=" + image).text("imageState"))
                .isEqualTo("pending");
        cloud.time.advance(Phase.AMI_AVAILABLE.real());
        assertThat(cloud.ask("DescribeImages", "ImageId.1=" + image).text("imageState"))
                .isEqualTo("available");
        assertThat(cloud.machines.story(instance)).containsExactly("acceptConnections", "stop", "snapshot");

        cloud.ask("TerminateInstances", "InstanceId.1=" + instance);
        cloud.time.advance(Phase.INSTANCE_TERMINATED.real());
        cloud.ask("DeleteSecurityGroup", "GroupId=" + group);
        cloud.ask("DeleteKeyPair", "KeyName=packer_1");
        Inventory inventory = cloud.cloud.inventory();
        assertThat(inventory.leftovers()).isEmpty();
        assertThat(inventory.images()).extracting(Inventory.Item::id).containsExactly(image);
        assertThat(cloud.machines.alive()).isEmpty();
    }

    @Test
    void findsImagesByNameOwnerAndKind() {
        Reply found = cloud.ask(
                "DescribeImages",
                "Owner.1=099720109477",
                "Filter.1.Name=name",
                "Filter.1.Value.1=ubuntu/images/hvm-ssd*/ubuntu-noble-24.04-amd64-server-*",
                "Filter.2.Name=root-device-type",
                "Filter.2.Value.1=ebs",
                "Filter.3.Name=virtualization-type",
                "Filter.3.Value.1=hvm");

        assertThat(found.texts("imageId")).hasSize(3);
        assertThat(found.texts("name")).allMatch(name -> name.contains("noble-24.04-amd64"));
        assertThat(cloud.ask("DescribeImages", "Owner.1=self").texts("imageId")).isEmpty();
        assertThat(cloud.ask("DescribeImages", "Owner.1=amazon").texts("imageOwnerAlias"))
                .containsOnly("amazon");
    }

    @Test
    void aClientTokenLaunchesOnce() {
        String first = cloud.launch("ClientToken=t1");

        assertThat(cloud.launch("ClientToken=t1")).isEqualTo(first);
        assertThat(cloud.refusal(
                        "RunInstances", "ImageId=" + cloud.noble(), "MinCount=1", "MaxCount=1", "ClientToken=t1"))
                .isEqualTo("IdempotentParameterMismatch");
        assertThat(cloud.ask("DescribeInstances", "Filter.1.Name=client-token", "Filter.1.Value.1=t1")
                        .texts("instanceId"))
                .containsExactly(first);
    }

    @Test
    void tagsAtLaunchAreOnInstanceAndVolume() {
        String instance = cloud.launch(
                "TagSpecification.1.ResourceType=instance",
                "TagSpecification.1.Tag.1.Key=packer-build:run",
                "TagSpecification.1.Tag.1.Value=r1",
                "TagSpecification.2.ResourceType=volume",
                "TagSpecification.2.Tag.1.Key=packer-build:run",
                "TagSpecification.2.Tag.1.Value=r1");

        assertThat(cloud.ask("DescribeInstances", "Filter.1.Name=tag:packer-build:run", "Filter.1.Value.1=r1")
                        .texts("instanceId"))
                .containsExactly(instance);
        assertThat(cloud.ask("DescribeTags", "Filter.1.Name=key", "Filter.1.Value.1=packer-build:run")
                        .texts("resourceType"))
                .containsExactlyInAnyOrder("instance", "volume");
    }

    @Test
    void aVolumeThatIsNotDeletedOnTerminationStays() {
        String instance = cloud.launch(
                "BlockDeviceMapping.1.DeviceName=/dev/sdb",
                "BlockDeviceMapping.1.Ebs.VolumeSize=5",
                "BlockDeviceMapping.1.Ebs.DeleteOnTermination=false");
        cloud.ask("TerminateInstances", "InstanceId.1=" + instance);
        cloud.time.advance(Duration.ofMinutes(1));

        assertThat(cloud.cloud.inventory().leftovers())
                .extracting(Inventory.Item::kind)
                .containsExactly("volume");
        String volume = cloud.ask("DescribeVolumes").text("volumeId");
        cloud.ask("DeleteVolume", "VolumeId=" + volume);
        assertThat(cloud.cloud.inventory().leftovers()).isEmpty();
        assertThat(cloud.machines.alive()).isEmpty();
    }

    @Test
    void deregisteringAnImageLeavesItsSnapshotWhichThenCanGo() {
        String image = cloud.ask("CreateImage", "InstanceId=" + cloud.stopped(), "Name=one")
                .text("imageId");
        cloud.time.advance(Phase.AMI_AVAILABLE.real());
        String snapshot = cloud.ask("DescribeImages", "ImageId.1=" + image).text("snapshotId");
        assertThat(cloud.refusal("DeleteSnapshot", "SnapshotId=" + snapshot)).isEqualTo("InvalidSnapshot.InUse");

        cloud.ask("DeregisterImage", "ImageId=" + image);
        assertThat(cloud.refusal("DescribeImages", "ImageId.1=" + image)).isEqualTo("InvalidAMIID.NotFound");
        cloud.ask("DeleteSnapshot", "SnapshotId=" + snapshot);

        assertThat(cloud.refusal("DeleteSnapshot", "SnapshotId=" + snapshot)).isEqualTo("InvalidSnapshot.NotFound");
    }

    @Test
    void copiesAnImageToAnotherRegion() {
        String image = cloud.ask("CreateImage", "InstanceId=" + cloud.stopped(), "Name=one")
                .text("imageId");
        cloud.time.advance(Phase.AMI_AVAILABLE.real());

        cloud.region = "eu-west-1";
        String copy = cloud.ask("CopyImage", "SourceRegion=us-east-1", "SourceImageId=" + image, "Name=one")
                .text("imageId");
        cloud.time.advance(Phase.AMI_COPIED.real());

        assertThat(cloud.ask("DescribeImages", "ImageId.1=" + copy).text("imageState"))
                .isEqualTo("available");
        assertThat(cloud.ask("DescribeImages", "Owner.1=self").texts("imageId")).containsExactly(copy);
        assertThat(cloud.cloud.disk("eu-west-1", copy)).isPresent();
    }

    @Test
    void sharesAnImageAndItsSnapshot() {
        String image = cloud.ask("CreateImage", "InstanceId=" + cloud.stopped(), "Name=one")
                .text("imageId");
        cloud.time.advance(Phase.AMI_AVAILABLE.real());
        String snapshot = cloud.ask("DescribeSnapshots").text("snapshotId");

        cloud.ask("ModifyImageAttribute", "ImageId=" + image, "LaunchPermission.Add.1.UserId=111122223333");
        cloud.ask("ModifyImageAttribute", "ImageId=" + image, "Attribute=description", "Value=mine");
        cloud.ask(
                "ModifySnapshotAttribute",
                "SnapshotId=" + snapshot,
                "Attribute=createVolumePermission",
                "OperationType=add",
                "UserId.1=111122223333");

        Reply attribute = cloud.ask("DescribeImageAttribute", "ImageId=" + image, "Attribute=launchPermission");
        assertThat(attribute.texts("userId")).containsExactly("111122223333");
        assertThat(attribute.text("value")).isEqualTo("mine");
        assertThat(cloud.ask("DescribeSnapshotAttribute", "SnapshotId=" + snapshot, "Attribute=createVolumePermission")
                        .texts("userId"))
                .containsExactly("111122223333");
    }

    @Test
    void importsAPublicKeyThatTheMachineThenHas() {
        String line = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl packer";
        String material =
                java.util.Base64.getEncoder().encodeToString(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        cloud.ask("ImportKeyPair", "KeyName=k", "PublicKeyMaterial=" + material);

        String instance = cloud.launch("KeyName=k");
        cloud.time.advance(Phase.INSTANCE_RUNNING.real());

        assertThat(cloud.machines.spec(instance).authorizedKeys()).containsExactly(line);
        assertThat(cloud.ask("DescribeKeyPairs").text("keyType")).isEqualTo("ed25519");
        assertThat(cloud.refusal("ImportKeyPair", "KeyName=k2", "PublicKeyMaterial=bm9uc2Vuc2U="))
                .isEqualTo("InvalidKey.Format");
    }

    @ParameterizedTest
    @CsvSource({
        "RunInstances, ImageId=ami-0123456789abcdef0, InvalidAMIID.NotFound",
        "RunInstances, ImageId=nonsense, InvalidAMIID.Malformed",
        "RunInstances, InstanceType=t3.micro, MissingParameter",
        "DescribeInstances, InstanceId.1=i-0123456789abcdef0, InvalidInstanceID.NotFound",
        "StopInstances, Force=true, MissingParameter",
        "DeleteSecurityGroup, GroupId=sg-1, InvalidGroup.NotFound",
        "DescribeSecurityGroups, GroupId.1=sg-1, InvalidGroup.NotFound",
        "DescribeVpcs, VpcId.1=vpc-1, InvalidVpcID.NotFound",
        "DescribeSubnets, SubnetId.1=subnet-1, InvalidSubnetID.NotFound",
        "DescribeKeyPairs, KeyName.1=k, InvalidKeyPair.NotFound",
        "DeleteVolume, VolumeId=vol-1, InvalidVolume.NotFound",
        "CreateTags, ResourceId.1=ami-1, InvalidAMIID.NotFound",
        "DescribeImages, Filter.1.Name=nonsense, InvalidParameterValue",
        "DescribeRegions, DryRun=true, DryRunOperation",
        "MakeCoffee, A=b, InvalidAction"
    })
    void refusesInAwsWords(String action, String parameter, String code) {
        assertThat(cloud.refusal(action, parameter, "Filter.1.Value.1=x", "ResourceId.9="))
                .isEqualTo(code);
    }

    @Test
    void refusesWhatDoesNotFitTheState() {
        String group = cloud.ask("CreateSecurityGroup", "GroupName=g", "GroupDescription=d")
                .text("groupId");
        String instance = cloud.launch("SecurityGroupId.1=" + group);

        assertThat(cloud.refusal("StopInstances", "InstanceId.1=" + instance)).isEqualTo("IncorrectInstanceState");
        assertThat(cloud.refusal("CreateImage", "InstanceId=" + instance, "Name=one"))
                .isEqualTo("IncorrectInstanceState");
        assertThat(cloud.refusal("DeleteSecurityGroup", "GroupId=" + group)).isEqualTo("DependencyViolation");
        assertThat(cloud.refusal("CreateSecurityGroup", "GroupName=g", "GroupDescription=d"))
                .isEqualTo("InvalidGroup.Duplicate");
        assertThat(cloud.refusal("DeregisterImage", "ImageId=" + cloud.noble())).isEqualTo("AuthFailure");
    }

    @Test
    void twoOwnImagesCannotHaveOneName() {
        String instance = cloud.stopped();
        cloud.ask("CreateImage", "InstanceId=" + instance, "Name=one");

        assertThat(cloud.refusal("CreateImage", "InstanceId=" + instance, "Name=one"))
                .isEqualTo("InvalidAMIName.Duplicate");
        assertThat(cloud.refusal("CreateImage", "InstanceId=" + instance, "Name=a*b"))
                .isEqualTo("InvalidAMIName.Malformed");
    }

    @Test
    void refusesAnUnknownAccessKeyAndAnUnsignedRequest() {
        cloud.accessKey = "AKIABAD";
        assertThat(cloud.refusal("DescribeRegions")).isEqualTo("AuthFailure");
        cloud.version = "2011-06-15";
        assertThat(cloud.refusal("GetCallerIdentity")).isEqualTo("InvalidClientTokenId");
        cloud.accessKey = "a b";
        assertThat(cloud.reply("DescribeRegions").status()).isEqualTo(403);
    }

    @Test
    void answersForStsAndIam() {
        cloud.version = "2011-06-15";
        assertThat(cloud.ask("GetCallerIdentity").text("Account")).isEqualTo("123456789012");
        assertThat(cloud.ask("AssumeRole", "RoleArn=arn:aws:iam::123456789012:role/r", "RoleSessionName=s")
                        .text("Arn"))
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/r/s");
        cloud.version = "2010-05-08";
        assertThat(cloud.refusal("GetInstanceProfile", "InstanceProfileName=p")).isEqualTo("NoSuchEntity");
        cloud.ask("CreateInstanceProfile", "InstanceProfileName=p");
        cloud.ask("CreateRole", "RoleName=r", "AssumeRolePolicyDocument={}");
        cloud.ask("AddRoleToInstanceProfile", "InstanceProfileName=p", "RoleName=r");
        assertThat(cloud.ask("GetInstanceProfile", "InstanceProfileName=p").text("RoleName"))
                .isEqualTo("r");
        assertThat(cloud.refusal("DeleteRole", "RoleName=r")).isEqualTo("DeleteConflict");
        assertThat(cloud.cloud.inventory().leftovers()).hasSize(2);
        cloud.version = "2016-11-15";
        String instance = cloud.launch("IamInstanceProfile.Name=p");
        assertThat(cloud.ask("DescribeInstances", "InstanceId.1=" + instance).text("iamInstanceProfile"))
                .contains("instance-profile/p");
        assertThat(cloud.calls.count(Service.IAM, "GetInstanceProfile")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"throttle,RequestLimitExceeded", "5xx,InternalError", "denied,UnauthorizedOperation"})
    void failsAsOrderedAndThenNoMore(String kind, String code) {
        cloud.faults.add(Fault.parse("ec2:DescribeRegions:" + kind + ":2"));

        assertThat(cloud.refusal("DescribeRegions")).isEqualTo(code);
        assertThat(cloud.refusal("DescribeRegions")).isEqualTo(code);
        assertThat(cloud.ask("DescribeRegions").texts("regionName")).contains("us-east-1");
    }

    @Test
    void runsOutOfCapacityOnce() {
        cloud.faults.add(Fault.parse("ec2:RunInstances:capacity:1"));

        assertThat(cloud.refusal(
                        "RunInstances",
                        "ImageId=" + cloud.noble(),
                        "InstanceType=t3.micro",
                        "MinCount=1",
                        "MaxCount=1"))
                .isEqualTo("InsufficientInstanceCapacity");
        assertThat(cloud.cloud.inventory().leftovers()).isEmpty();
        assertThat(cloud.launch()).startsWith("i-");
    }

    @Test
    void anAnswerThatIsLostLeavesTheInstanceBehindUnderItsToken() {
        cloud.faults.add(Fault.parse("ec2:RunInstances:lost"));
        assertThat(cloud.send(
                                "RunInstances",
                                "ImageId=" + cloud.noble(),
                                "InstanceType=t3.micro",
                                "MinCount=1",
                                "MaxCount=1",
                                "ClientToken=t")
                        .isDropped())
                .isTrue();

        assertThat(cloud.launch("ClientToken=t")).startsWith("i-");
        assertThat(cloud.ask("DescribeInstances").texts("instanceId")).hasSize(1);
    }

    @Test
    void instancesAndImagesCanFailOrNeverBecomeReady() {
        cloud.faults.add(Fault.parse("ec2:RunInstances:failed"));
        cloud.faults.add(Fault.parse("ec2:RunInstances:never-ready"));
        cloud.faults.add(Fault.parse("ec2:CreateImage:failed"));
        String failed = cloud.launch();
        String endless = cloud.launch();
        String image = cloud.ask("CreateImage", "InstanceId=" + cloud.stopped(), "Name=one")
                .text("imageId");
        cloud.time.advance(Duration.ofDays(1));

        assertThat(cloud.state(failed)).isEqualTo("terminated");
        assertThat(cloud.state(endless)).isEqualTo("pending");
        assertThat(cloud.ask("DescribeImages", "ImageId.1=" + image).text("imageState"))
                .isEqualTo("failed");
    }

    @Test
    void enhancedNetworkingIsSetOnAStoppedInstanceOnly() {
        String running = cloud.launch();
        assertThat(cloud.refusal("ModifyInstanceAttribute", "InstanceId=" + running, "EnaSupport.Value=true"))
                .isEqualTo("IncorrectInstanceState");

        cloud.ask("ModifyInstanceAttribute", "InstanceId=" + cloud.stopped(), "EnaSupport.Value=true");
    }
}
