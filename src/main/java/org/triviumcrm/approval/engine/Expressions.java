package org.triviumcrm.approval.engine;

import java.util.regex.Pattern;

/**
 * The expressions of a process, each a call of {@link StepCalls}. Made only from keys of steps, so nothing that somebody
 * typed ever becomes part of one.
 */
public final class Expressions {

    /** Variable of each branch of a step: the id of the task it waits for; as its assignee the engine finds it again. */
    public static final String TASK = "approvalTask";

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,15}(_up)?");

    private Expressions() {}

    /** The key under which a step goes on with those it was escalated to. */
    public static String escalated(String step) {
        return key(step) + "_up";
    }

    /** Condition: {@link CaseSteps#applies}. */
    public static String applies(String step) {
        return call("applies", step);
    }

    /** Deed: {@link CaseSteps#open}; what came of it is then asked with the next two. */
    public static String open(String step) {
        return call("open", step);
    }

    /** Condition, after {@link #open}: somebody was asked. */
    public static String asked(String step) {
        return call("asked", step);
    }

    /** Condition, after {@link #open}: the rules reject. */
    public static String refused(String step) {
        return call("refused", step);
    }

    /** Collection of a step's branches: {@link CaseSteps#tasks}. */
    public static String tasks(String step) {
        return call("tasks", step);
    }

    /** Completion condition of a step's branches: {@link CaseSteps#decided}. */
    public static String decided(String step) {
        return call("decided", step);
    }

    /** Condition: {@link CaseSteps#approved}. */
    public static String approved(String step) {
        return call("approved", step);
    }

    /** Deed: {@link CaseSteps#remind}. */
    public static String remind(String step) {
        return call("remind", step);
    }

    /** Deed: {@link CaseSteps#expire}. */
    public static String expire(String step) {
        return call("expire", step);
    }

    /** Deed: {@link CaseSteps#finish}. */
    public static String finish(boolean approved) {
        return "${steps.finish(execution," + approved + ")}";
    }

    /** Assignee of a step's user task. */
    public static String assignee() {
        return "${" + TASK + "}";
    }

    private static String call(String method, String step) {
        return "${steps." + method + "(execution,'" + key(step) + "')}";
    }

    private static String key(String step) {
        if (!KEY.matcher(step).matches()) {
            throw new IllegalArgumentException("not the key of a step: " + step);
        }
        return step;
    }
}
