package io.jenkins.plugins.packerbuild.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent whose session directory is in memory, and which does what a test wants of it. */
final class FakeHost implements SessionHost {

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final Map<String, byte[]> files = new HashMap<>();
    final Map<String, byte[]> answeredFiles = new HashMap<>();
    boolean exists = true;
    boolean alive = true;
    String heartbeat = "";
    String exit = "";
    int mostBytes = Integer.MAX_VALUE;

    /** What every call throws. */
    @Nullable IOException trouble;

    /** What every look throws. */
    @Nullable RuntimeException bug;

    /** What every look throws that is worse. */
    @Nullable Error fault;

    /** What a delete does first. */
    Runnable beforeDelete = () -> {};

    /** What the file's length is said to be; below 0 for the truth. */
    long claimedLength = -1;

    private final ByteArrayOutputStream events = new ByteArrayOutputStream();
    private int sequence;
    private int beats;

    /** Appends an event; single quotes stand for double ones. */
    void event(String type, String members) {
        sequence++;
        raw("{\"seq\":" + sequence + ",\"type\":\"" + type + "\"" + (members.isEmpty() ? "" : ",")
                + members.replace('\'', '"') + "}\n");
    }

    /** The same under this number. */
    void eventNumbered(int number, String type, String members) {
        sequence = number - 1;
        event(type, members);
    }

    void raw(String text) {
        events.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The engine has started, and these builds begin. */
    void begins(String... names) {
        beat();
        event("hello", "'protocol':1,'engineVersion':'1.0','pid':4711,'startInstant':'2026-01-02T03:04:05Z'");
        List<String> builds = Arrays.stream(names)
                .map(name -> "{'name':'" + name + "','type':'null'}")
                .toList();
        event("runStarted", "'runId':'run-1','builds':[" + String.join(",", builds) + "]");
    }

    void says(String builder, String text) {
        event("said", "'builder':'" + builder + "','voice':'say','text':'" + text + "'");
    }

    void ledger(int entry, String state, String id) {
        event(
                "ledger",
                "'entry':" + entry + ",'state':'" + state
                        + "','builder':'web','kind':'droplet','provider':'digitalocean','account':'','region':'nyc3',"
                        + "'endpoint':'','credentialSource':'','mark':'mark-" + entry + "','id':'" + id
                        + "','note':'','command':''");
    }

    void finishes(String builder, String status, String error) {
        event(
                "buildFinished",
                "'builder':'" + builder + "','status':'" + status + "','durationMillis':61000,'error':'" + error
                        + "','artifacts':[]");
    }

    void beat() {
        beats++;
        heartbeat = beats + "\n";
    }

    void result(String json) {
        files.put("result.json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Its end with a result of one member, {@code success}. */
    void ends(boolean success) {
        event("runFinished", "'success':" + success + ",'cancelled':false,'durationMillis':62000");
        result("{'protocol':1,'success':" + success + ",'cancelled':false}");
        exit = success ? "0" : "1";
    }

    long count(String call) {
        return List.copyOf(calls).stream().filter(call::equals).count();
    }

    @Override
    public void prepare(byte[] spec) throws IOException {
        call("prepare");
    }

    @Override
    public void launch() throws IOException {
        call("launch");
    }

    @Override
    public Look look(Look.Request request) throws IOException {
        call("look");
        if (bug != null) {
            throw bug;
        }
        if (fault != null) {
            throw fault;
        }
        byte[] all = events.toByteArray();
        int start = (int) Math.min(request.offset(), all.length);
        int end = Math.min(all.length, start + Math.min(mostBytes, request.mostBytes()));
        return new Look(
                exists,
                Arrays.copyOfRange(all, start, end),
                claimedLength < 0 ? all.length : claimedLength,
                heartbeat,
                exit,
                files.containsKey("result.json"));
    }

    @Override
    public String filesDirectory() {
        return "/agent/session/files";
    }

    @Override
    public void answer(byte[] secrets, Map<String, byte[]> asFiles) throws IOException {
        call("answer");
        files.put("secrets.json", secrets);
        answeredFiles.putAll(asFiles);
    }

    @Override
    public void requestCancel() throws IOException {
        call("cancel");
    }

    @Override
    public byte[] read(String file, int most) throws IOException {
        call("read " + file);
        byte[] all = files.getOrDefault(file, new byte[0]);
        return all.length > most ? Arrays.copyOf(all, most) : all;
    }

    @Override
    public byte[] tail(String file, int most) throws IOException {
        call("tail " + file);
        byte[] all = files.getOrDefault(file, new byte[0]);
        return all.length > most ? Arrays.copyOfRange(all, all.length - most, all.length) : all;
    }

    @Override
    public boolean isAlive(long pid) throws IOException {
        call("isAlive " + pid);
        return alive;
    }

    @Override
    public void kill() throws IOException {
        call("kill");
    }

    @Override
    public void delete() throws IOException {
        call("delete");
        beforeDelete.run();
    }

    private void call(String name) throws IOException {
        calls.add(name);
        if (trouble != null) {
            throw trouble;
        }
    }
}
