package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.List;
import java.util.Map;

/**
 * An image to be made.
 *
 * @param source the machine
 * @param name of the image
 * @param devices that differ from the machine's
 * @param tags of the image and of its snapshots, from the first moment on
 */
record NewImage(InstanceId source, String name, List<BlockDevice> devices, Map<String, String> tags) {}
