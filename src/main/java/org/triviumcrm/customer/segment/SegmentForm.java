package org.triviumcrm.customer.segment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.GroupForm;

/** A segment as typed. It holds rows, so it has setters. */
public class SegmentForm {

    @NotBlank(message = "{customer.segment.error.name}")
    @Size(max = 100, message = "{form.tooLong}")
    private String name = "";

    @Size(max = 2000, message = "{form.tooLong}")
    private @Nullable String note;

    private GroupForm when = new GroupForm();
    private @Nullable Integer version;

    /** As they are stored; for the comparison of two versions. */
    private String conditions = "";

    static SegmentForm of(Segment segment, ConditionGroup conditions, Map<String, ConditionField> fields) {
        SegmentForm form = new SegmentForm();
        form.name = segment.getName();
        form.note = segment.getNote();
        form.version = segment.getVersion();
        form.conditions = segment.getConditions();
        form.when = GroupForm.of(conditions, fields);
        return form;
    }

    /** Says of each value that can't be read that it can't, and what is missing. */
    void check(Map<String, ConditionField> fields, Errors errors) {
        when.check(fields, "when", errors);
        when.tell(fields);
        ConditionGroup said = when.read(fields);
        if (said.holdsAlways()) {
            errors.rejectValue("when", "customer.segment.error.nothing");
        } else if (!GroupForm.isFinished(said, fields)) {
            errors.rejectValue("when", "customer.segment.error.conditions");
        }
    }

    public String getConditions() {
        return conditions;
    }

    void keepConditions(String stored) {
        conditions = stored;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public GroupForm getWhen() {
        return when;
    }

    public void setWhen(GroupForm when) {
        this.when = when;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
