package org.triviumcrm.approval.engine;

import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;

/**
 * One step as part of a process: does it apply? → ask → was somebody asked? → wait for the people → approved? Beside it a
 * reminder, and the limit, which can lead to the same once more with those further up.
 */
final class StepCompiler {

    static final String APPLIES = "_applies";
    static final String OPEN = "_open";
    static final String OPENED = "_opened";
    static final String VERDICT = "_verdict";
    static final String REMINDER = "_reminder";
    static final String REMIND = "_remind";
    static final String REMINDED = "_reminded";
    static final String LIMIT = "_limit";
    static final String EXPIRE = "_expire";

    private StepCompiler() {}

    /** Where the step begins. */
    static String entry(Step step) {
        return step.key() + (step.when().holdsAlways() ? OPEN : APPLIES);
    }

    static void place(ProcessPlan plan, Step step) {
        String key = step.key();
        if (!step.when().holdsAlways()) {
            plan.fork(key + APPLIES);
        }
        placeAsking(plan, step, key);
        TimeLimit limit = step.limit();
        if (limit != null) {
            plan.after(key + LIMIT, key, limit.hours());
            plan.deed(key + EXPIRE, Expressions.expire(key));
            if (escalates(step)) {
                placeAsking(plan, step, Expressions.escalated(key));
            }
        }
    }

    static void connect(ProcessPlan plan, Step step, String next) {
        String key = step.key();
        if (!step.when().holdsAlways()) {
            plan.when(key + APPLIES, key + OPEN, Expressions.applies(key));
            plan.otherwise(key + APPLIES, next);
        }
        connectAsking(plan, step, key, next);
        TimeLimit limit = step.limit();
        if (limit != null) {
            plan.flow(key + LIMIT, key + EXPIRE);
            String escalated = Expressions.escalated(key);
            switch (limit.outcome()) {
                case APPROVE -> plan.flow(key + EXPIRE, next);
                case REJECT -> plan.flow(key + EXPIRE, FlowCompiler.REJECT);
                case ESCALATE -> {
                    plan.flow(key + EXPIRE, escalated + OPEN);
                    connectAsking(plan, step, escalated, next);
                }
            }
        }
    }

    static boolean escalates(Step step) {
        TimeLimit limit = step.limit();
        return limit != null && limit.outcome() == TimeLimit.Outcome.ESCALATE;
    }

    private static void placeAsking(ProcessPlan plan, Step step, String key) {
        plan.deed(key + OPEN, Expressions.open(key));
        plan.fork(key + OPENED);
        // of those to whom it was escalated, whoever is first decides
        plan.people(key, step.mode() == Mode.IN_SEQUENCE && key.equals(step.key()));
        plan.fork(key + VERDICT);
        Integer hours = step.remindAfterHours();
        if (hours != null) {
            plan.every(key + REMINDER, key, hours);
            plan.deed(key + REMIND, Expressions.remind(key));
            plan.end(key + REMINDED);
        }
    }

    private static void connectAsking(ProcessPlan plan, Step step, String key, String next) {
        plan.flow(key + OPEN, key + OPENED);
        plan.when(key + OPENED, key, Expressions.asked(key));
        plan.when(key + OPENED, FlowCompiler.REJECT, Expressions.refused(key));
        plan.otherwise(key + OPENED, next);
        plan.flow(key, key + VERDICT);
        plan.when(key + VERDICT, next, Expressions.approved(key));
        plan.otherwise(key + VERDICT, FlowCompiler.REJECT);
        if (step.remindAfterHours() != null) {
            plan.flow(key + REMINDER, key + REMIND);
            plan.flow(key + REMIND, key + REMINDED);
        }
    }
}
