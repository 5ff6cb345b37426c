package org.triviumcrm.approval.flow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.shared.condition.GroupForm;

/** The fields of a step as typed; {@link StepReading} makes a step of them. Rows bind to classes with setters. */
public class StepForm {

    private String key = "";
    private String name = "";
    private GroupForm when = new GroupForm();
    private ApproverKind kind = ApproverKind.TEAM_MANAGER;
    private String[] people = {};
    private String[] roles = {};
    private String[] chosenFrom = {};
    private String[] teams = {};
    private boolean inLine;
    private String level = "1";
    private Mode mode = Mode.ALL;
    private String percent = "50";
    private String remind = "";
    private TimeUnit remindUnit = TimeUnit.DAYS;
    private String limit = "";
    private TimeUnit limitUnit = TimeUnit.DAYS;
    private TimeLimit.Outcome outcome = TimeLimit.Outcome.ESCALATE;
    private String escalateTo = "";

    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = Objects.requireNonNullElse(key, "");
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public GroupForm getWhen() {
        return when;
    }

    public void setWhen(GroupForm when) {
        this.when = when;
    }

    public ApproverKind getKind() {
        return kind;
    }

    public void setKind(@Nullable ApproverKind kind) {
        this.kind = Objects.requireNonNullElse(kind, this.kind);
    }

    public String[] getPeople() {
        return people.clone();
    }

    public void setPeople(String... people) {
        this.people = people.clone();
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String... roles) {
        this.roles = roles.clone();
    }

    public String[] getChosenFrom() {
        return chosenFrom.clone();
    }

    public void setChosenFrom(String... chosenFrom) {
        this.chosenFrom = chosenFrom.clone();
    }

    public String[] getTeams() {
        return teams.clone();
    }

    public void setTeams(String... teams) {
        this.teams = teams.clone();
    }

    public boolean isInLine() {
        return inLine;
    }

    public void setInLine(boolean inLine) {
        this.inLine = inLine;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = Objects.requireNonNullElse(level, "");
    }

    public Mode getMode() {
        return mode;
    }

    public void setMode(@Nullable Mode mode) {
        this.mode = Objects.requireNonNullElse(mode, this.mode);
    }

    public String getPercent() {
        return percent;
    }

    public void setPercent(@Nullable String percent) {
        this.percent = Objects.requireNonNullElse(percent, "");
    }

    public String getRemind() {
        return remind;
    }

    public void setRemind(@Nullable String remind) {
        this.remind = Objects.requireNonNullElse(remind, "");
    }

    public TimeUnit getRemindUnit() {
        return remindUnit;
    }

    public void setRemindUnit(@Nullable TimeUnit remindUnit) {
        this.remindUnit = Objects.requireNonNullElse(remindUnit, this.remindUnit);
    }

    public String getLimit() {
        return limit;
    }

    public void setLimit(@Nullable String limit) {
        this.limit = Objects.requireNonNullElse(limit, "");
    }

    public TimeUnit getLimitUnit() {
        return limitUnit;
    }

    public void setLimitUnit(@Nullable TimeUnit limitUnit) {
        this.limitUnit = Objects.requireNonNullElse(limitUnit, this.limitUnit);
    }

    public TimeLimit.Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(TimeLimit.@Nullable Outcome outcome) {
        this.outcome = Objects.requireNonNullElse(outcome, this.outcome);
    }

    public String getEscalateTo() {
        return escalateTo;
    }

    public void setEscalateTo(@Nullable String escalateTo) {
        this.escalateTo = Objects.requireNonNullElse(escalateTo, "");
    }
}
