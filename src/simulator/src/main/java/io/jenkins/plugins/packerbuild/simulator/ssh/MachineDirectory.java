package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.SessionContext;

/**
 * Which machine a connection belongs to: the one whose address it came to, or, where all share one, the one whose key
 * was offered. Safe for use by several threads at once.
 */
final class MachineDirectory {

    private static final AttributeKey<SimulatedMachine> TOLD_BY_KEY = new AttributeKey<>();

    private final Map<SimulatedMachine, Long> machines = new ConcurrentHashMap<>();
    private final Map<String, SimulatedMachine> byAddress = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();

    void add(SimulatedMachine machine) {
        machines.put(machine, order.incrementAndGet());
        if (!machine.sharesAddress()) {
            byAddress.put(machine.address(), machine);
        }
    }

    void remove(SimulatedMachine machine) {
        machines.remove(machine);
        byAddress.remove(machine.address(), machine);
    }

    List<SimulatedMachine> all() {
        return List.copyOf(machines.keySet());
    }

    Optional<SimulatedMachine> of(SessionContext session) {
        SimulatedMachine told = session.getAttribute(TOLD_BY_KEY);
        if (told != null) {
            return Optional.of(told);
        }
        return session.getLocalAddress() instanceof InetSocketAddress local
                ? Optional.ofNullable(byAddress.get(local.getAddress().getHostAddress()))
                : Optional.empty();
    }

    /** The machine that lets this key in, of several the youngest; it is then the connection's machine. */
    Optional<SimulatedMachine> tell(SessionContext session, String login, PublicKey key) {
        return tell(session, machine -> machine.admits(login, key));
    }

    /** The same for a password. */
    Optional<SimulatedMachine> tell(SessionContext session, String login, String password) {
        return tell(session, machine -> machine.admits(login, password));
    }

    private Optional<SimulatedMachine> tell(SessionContext session, Predicate<SimulatedMachine> admits) {
        Optional<SimulatedMachine> called = of(session);
        if (called.isPresent()) {
            return called.filter(admits);
        }
        Optional<SimulatedMachine> found = machines.entrySet().stream()
                .filter(entry -> entry.getKey().sharesAddress() && admits.test(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        found.ifPresent(machine -> session.setAttribute(TOLD_BY_KEY, machine));
        return found;
    }
}
