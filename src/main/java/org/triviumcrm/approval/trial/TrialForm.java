package org.triviumcrm.approval.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is tried. It comes with the address, so that a trial can be sent to a colleague.
 *
 * <p>{@code of} is the record that the values were typed for: those typed for another do not count.
 */
public class TrialForm {

    private @Nullable Integer version;
    private @Nullable Long record;
    private @Nullable Long of;
    private @Nullable Long submitter;
    private @Nullable Long target;
    private Map<String, @Nullable String> values = new LinkedHashMap<>();

    /** Whether values were typed for this very record. */
    boolean isTyped() {
        return record != null && record.equals(of);
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    public @Nullable Long getRecord() {
        return record;
    }

    public void setRecord(@Nullable Long record) {
        this.record = record;
    }

    public @Nullable Long getOf() {
        return of;
    }

    public void setOf(@Nullable Long of) {
        this.of = of;
    }

    public @Nullable Long getSubmitter() {
        return submitter;
    }

    public void setSubmitter(@Nullable Long submitter) {
        this.submitter = submitter;
    }

    public @Nullable Long getTarget() {
        return target;
    }

    public void setTarget(@Nullable Long target) {
        this.target = target;
    }

    public Map<String, @Nullable String> getValues() {
        return values;
    }

    public void setValues(Map<String, @Nullable String> values) {
        this.values = values;
    }
}
