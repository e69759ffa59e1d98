package io.jenkins.plugins.packerbuild.simulator.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Machines that only remember what became of them. Every snapshot is a stock image. */
public final class MemoryMachines implements MachineHost {

    private final Map<String, MachineSpec> booted = new LinkedHashMap<>();
    private final Map<String, List<String>> story = new LinkedHashMap<>();

    @Override
    public synchronized Machine boot(MachineSpec spec) {
        booted.put(spec.machineId(), spec);
        story.put(spec.machineId(), new ArrayList<>());
        return new MemoryMachine(spec.machineId(), "127.1.0." + booted.size());
    }

    @Override
    public int sshPort() {
        return 2222;
    }

    @Override
    public void close() {}

    /** What a machine was booted with. */
    public synchronized MachineSpec spec(String machineId) {
        MachineSpec spec = booted.get(machineId);
        if (spec == null) {
            throw new IllegalArgumentException(machineId + " was never booted, only " + booted.keySet());
        }
        return spec;
    }

    /** What happened to a machine since it was booted, in order. */
    public synchronized List<String> story(String machineId) {
        return List.copyOf(story.getOrDefault(machineId, List.of()));
    }

    /** The machines that were booted and not destroyed. */
    public synchronized Set<String> alive() {
        Set<String> alive = new TreeSet<>(booted.keySet());
        alive.removeIf(id -> story(id).contains("destroy"));
        return alive;
    }

    private synchronized void note(String machineId, String what) {
        story.computeIfAbsent(machineId, id -> new ArrayList<>()).add(what);
    }

    private final class MemoryMachine implements Machine {

        private final String id;
        private final String address;

        MemoryMachine(String id, String address) {
            this.id = id;
            this.address = address;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void acceptConnections() {
            note(id, "acceptConnections");
        }

        @Override
        public void stop() {
            note(id, "stop");
        }

        @Override
        public DiskImage snapshot() {
            note(id, "snapshot");
            return DiskImage.stock();
        }

        @Override
        public void destroy() {
            note(id, "destroy");
        }
    }
}
