package io.jenkins.plugins.packerbuild.simulator.cli;

import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import java.io.PrintWriter;
import java.util.List;

/** What the simulator says to its user. */
final class Report {

    private final SimulatedClouds clouds;
    private final PrintWriter out;

    Report(SimulatedClouds clouds, PrintWriter out) {
        this.clouds = clouds;
        this.out = out;
    }

    void printPlaces() {
        out.println("Simulated clouds: EC2 at " + clouds.ec2Endpoint() + ", DigitalOcean at "
                + clouds.digitalOceanEndpoint() + ", SSH on port " + clouds.sshPort());
    }

    void print() {
        out.println();
        for (Service service : Service.values()) {
            printCalls(service);
        }
        Inventory inventory = clouds.inventory();
        printItems("Images", inventory.images());
        printItems("Left in the clouds", inventory.leftovers());
    }

    private void printCalls(Service service) {
        List<CallAccount.Line> lines = clouds.calls().lines().stream()
                .filter(line -> line.service() == service)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        out.println("Calls to " + service.label() + ": " + clouds.calls().total(service));
        for (CallAccount.Line line : lines) {
            String refused = line.refused() == 0 ? "" : " (" + line.refused() + " refused)";
            out.println(String.format("%6d ", line.count()) + line.action() + refused);
        }
    }

    private void printItems(String title, List<Inventory.Item> items) {
        out.println(title + ": " + (items.isEmpty() ? "none" : items.size()));
        items.forEach(item -> out.println("       " + item));
    }
}
