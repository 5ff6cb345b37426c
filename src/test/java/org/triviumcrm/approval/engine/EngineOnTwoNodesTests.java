package org.triviumcrm.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.Trivium;
import org.triviumcrm.testing.NodeProcess;
import org.triviumcrm.testing.TestDatabase;

/** Two nodes that build their engines at one moment on an empty database, and share its timers; then one is killed. */
@TestMethodOrder(OrderAnnotation.class)
class EngineOnTwoNodesTests {

    private static final String DATABASE = "two_engines";
    private static final int CASES = 20;

    @TempDir
    static Path folder;

    private static NodeProcess one;
    private static NodeProcess other;
    private static JdbcClient jdbc;

    @BeforeAll
    static void startBothAtOnce() throws Exception {
        jdbc = TestDatabase.client(DATABASE);
        jdbc.sql("create schema noted").update(); // the application wants the other one empty
        jdbc.sql("create table noted.note (what text, case_id bigint, node bigint)")
                .update();
        one = NodeProcess.start(Node.class, DATABASE, folder.resolve("one.log"), "--noted.cases=0");
        other = NodeProcess.start(Node.class, DATABASE, folder.resolve("other.log"), "--noted.cases=" + CASES);
        one.port();
        other.port();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    void theTablesAreMadeOnce() throws Exception {
        await(() -> notes("open") == CASES);
        assertThat(List.of(one.output(), other.output()))
                .filteredOn(output -> output.contains("Preparing the approval engine's tables"))
                .hasSize(1);
        assertThat(List.of(one.output(), other.output()))
                .noneMatch(output -> output.contains("The approval engine does not start"));
        assertThat(jdbc.sql("select count(*) from pg_tables where tablename ~ '^(act|flw)_'")
                        .query(Long.class)
                        .single())
                .isEqualTo(TABLES);
    }

    /** As many as docs/operations.md says. */
    private static final long TABLES = 32;

    @Test
    @Order(2)
    void eachTimerFiresOnceAndACaseOfAKilledNodeGoesOn() throws Exception {
        await(() -> notes("open") == CASES);
        other.kill();
        await(() -> notes("rejected") >= CASES);
        TimeUnit.SECONDS.sleep(12); // longer than the engines' look for timers
        assertThat(notes("expire")).isEqualTo(CASES);
        assertThat(notes("rejected")).isEqualTo(CASES);
        assertThat(jdbc.sql("select count(distinct case_id) from noted.note where what = 'expire'")
                        .query(Long.class)
                        .single())
                .isEqualTo(CASES);
        assertThat(jdbc.sql("select (select count(*) from act_ru_execution) + (select count(*) from act_ru_timer_job)"
                                + " + (select count(*) from act_ru_job) + (select count(*) from act_ru_deadletter_job)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static long notes(String what) {
        return jdbc.sql("select count(*) from noted.note where what = ?")
                .param(what)
                .query(Long.class)
                .single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end && !done.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** The application, with cases that nobody decides. */
    static final class Node {

        public static void main(String[] args) {
            new SpringApplicationBuilder(Trivium.class, Node.class).run(args);
        }

        @Bean
        @Primary
        CaseSteps undecided(JdbcClient jdbc) {
            return new Undecided(jdbc);
        }

        @Bean
        Cases cases(Engine engine, @org.springframework.beans.factory.annotation.Value("${noted.cases}") int cases) {
            return new Cases(engine, cases);
        }
    }

    /** Starts cases once the application answers, at the same moment as its engine is built. */
    record Cases(Engine engine, int cases) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            engine.engine();
            for (long id = 1; id <= cases; id++) {
                engine.start(engine.deploy("case", OneStep.process("case", false, null, "PT15S")), id);
            }
        }
    }

    private record Undecided(JdbcClient jdbc) implements CaseSteps {

        private void note(long caseId, String what) {
            jdbc.sql("insert into noted.note values (?, ?, ?)")
                    .params(what, caseId, ProcessHandle.current().pid())
                    .update();
        }

        @Override
        public boolean applies(long caseId, String step) {
            return true;
        }

        @Override
        public Opening open(long caseId, String step) {
            note(caseId, "open");
            return Opening.ASKED;
        }

        @Override
        public List<Long> tasks(long caseId, String step) {
            return List.of(caseId);
        }

        @Override
        public boolean decided(long caseId, String step) {
            return false;
        }

        @Override
        public boolean approved(long caseId, String step) {
            return false;
        }

        @Override
        public void remind(long caseId, String step) {
            note(caseId, "remind");
        }

        @Override
        public void expire(long caseId, String step) {
            note(caseId, "expire");
        }

        @Override
        public void finish(long caseId, boolean approved) {
            note(caseId, "rejected");
        }
    }
}
