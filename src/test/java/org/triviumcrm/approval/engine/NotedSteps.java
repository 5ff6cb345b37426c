package org.triviumcrm.approval.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case without a life of its own: says what a test tells it to say, and notes what the engine asked and ordered, some of it in
 * the database.
 */
final class NotedSteps implements CaseSteps {

    final List<Long> tasks = new CopyOnWriteArrayList<>();
    final Set<Long> done = ConcurrentHashMap.newKeySet();
    final List<String> notes = new CopyOnWriteArrayList<>();
    final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    volatile Opening opening = Opening.ASKED;
    volatile boolean one;
    volatile boolean approves = true;
    volatile @Nullable String lookFor;
    volatile Runnable atTheEnd = () -> {};

    private final JdbcClient jdbc;

    NotedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget() {
        tasks.clear();
        done.clear();
        notes.clear();
        failures.clear();
        opening = Opening.ASKED;
        one = false;
        approves = true;
        lookFor = null;
        atTheEnd = () -> {};
    }

    /** What was noted in the database: counts only what was committed. */
    long written(String note) {
        return jdbc.sql("select count(*) from approval_flow where trigger_key = ?")
                .param(note)
                .query(Long.class)
                .single();
    }

    private void note(String what) {
        notes.add(what);
        RuntimeException failure = failures.get(what);
        if (failure != null) {
            throw failure;
        }
        jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (nextval('approval_flow_seq'), gen_random_uuid()::text, 'noted', ?, 1, now(), now())""").param(what).update();
    }

    @Override
    public boolean applies(long caseId, String step) {
        return true;
    }

    @Override
    public Opening open(long caseId, String step) {
        if (lookFor != null) {
            notes.add("seen "
                    + jdbc.sql("select count(*) from person where name = ?")
                            .param(lookFor)
                            .query(Long.class)
                            .single());
        }
        note("open");
        return opening;
    }

    @Override
    public List<Long> tasks(long caseId, String step) {
        return new ArrayList<>(tasks);
    }

    @Override
    public boolean decided(long caseId, String step) {
        RuntimeException failure = failures.get("decided");
        if (failure != null) {
            throw failure;
        }
        return one ? !done.isEmpty() : done.containsAll(tasks);
    }

    @Override
    public boolean approved(long caseId, String step) {
        return approves;
    }

    @Override
    public void remind(long caseId, String step) {
        note("remind");
    }

    @Override
    public void expire(long caseId, String step) {
        note("expire");
    }

    @Override
    public void finish(long caseId, boolean approved) {
        atTheEnd.run();
        note(approved ? "approved" : "rejected");
    }
}
