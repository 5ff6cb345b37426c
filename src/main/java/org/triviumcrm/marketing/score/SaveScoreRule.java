package org.triviumcrm.marketing.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.GroupForm;

/** A rule as typed. It holds rows, so it has setters. */
public class SaveScoreRule {

    @NotBlank(message = "{marketing.score.error.name}")
    @Size(max = 100, message = "{form.tooLong}")
    private String name = "";

    @NotNull(message = "{marketing.score.error.points}")
    @Min(value = -1000, message = "{marketing.score.error.points}")
    @Max(value = 1000, message = "{marketing.score.error.points}")
    private @Nullable Integer points;

    private @Nullable LeadEvent event;

    @Min(value = 1, message = "{marketing.score.error.halfLife}")
    @Max(value = 3650, message = "{marketing.score.error.halfLife}")
    private @Nullable Integer halfLifeDays;

    @Min(value = 1, message = "{marketing.score.error.most}")
    @Max(value = 10000, message = "{marketing.score.error.most}")
    private @Nullable Integer most;

    private GroupForm when = new GroupForm();
    private boolean active = true;
    private @Nullable Integer version;

    /** As they are stored; for the comparison of two versions. */
    private String conditions = "";

    static SaveScoreRule of(ScoreRule rule, ConditionGroup when, Map<String, ConditionField> fields) {
        SaveScoreRule form = new SaveScoreRule();
        form.name = rule.getName();
        form.points = rule.getPoints();
        form.event = rule.getEvent();
        form.halfLifeDays = rule.getHalfLifeDays();
        form.most = rule.getMost();
        form.active = rule.isActive();
        form.version = rule.getVersion();
        form.conditions = rule.getConditions();
        form.when = GroupForm.of(when, fields);
        return form;
    }

    /** Says of each value that can't be read that it can't, and what is missing. */
    void check(Map<String, ConditionField> fields, Errors errors) {
        when.check(fields, "when", errors);
        when.tell(fields);
        ConditionGroup said = when.read(fields);
        if (event == null && said.holdsAlways()) {
            errors.rejectValue("when", "marketing.score.error.nothing");
        } else if (!GroupForm.isFinished(said, fields)) {
            errors.rejectValue("when", "marketing.score.error.conditions");
        }
        if (points != null && points == 0) {
            errors.rejectValue("points", "marketing.score.error.points");
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

    public @Nullable Integer getPoints() {
        return points;
    }

    public void setPoints(@Nullable Integer points) {
        this.points = points;
    }

    public @Nullable LeadEvent getEvent() {
        return event;
    }

    public void setEvent(@Nullable LeadEvent event) {
        this.event = event;
    }

    public @Nullable Integer getHalfLifeDays() {
        return halfLifeDays;
    }

    public void setHalfLifeDays(@Nullable Integer halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
    }

    public @Nullable Integer getMost() {
        return most;
    }

    public void setMost(@Nullable Integer most) {
        this.most = most;
    }

    public GroupForm getWhen() {
        return when;
    }

    public void setWhen(GroupForm when) {
        this.when = when;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
