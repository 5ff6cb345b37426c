package org.triviumcrm.approval.flow;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.SamePerson;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.GroupForm;

/**
 * A flow as typed. It holds rows, so it has setters. What can't be read is said at its field; what is only missing is not:
 * a draft may be saved unfinished.
 */
public class FlowForm {

    /** More steps nobody waits for. */
    static final int MOST_STEPS = 20;

    @NotBlank(message = "{approval.flow.error.name}")
    @Size(max = 100, message = "{form.tooLong}")
    private String name = "";

    @NotBlank(message = "{form.choose}")
    private String what = "";

    private String target = "";
    private GroupForm when = new GroupForm();

    @Size(max = MOST_STEPS, message = "{approval.flow.error.steps}")
    private List<StepForm> steps = new ArrayList<>();

    private NobodyFound nobodyFound = EdgeRules.USUAL.nobodyFound();
    private String fallback = "";
    private Submitter submitter = EdgeRules.USUAL.submitter();
    private SamePerson samePerson = EdgeRules.USUAL.samePerson();
    private Absent absent = EdgeRules.USUAL.absent();
    private int nextStep = 1;
    private @Nullable Long draft;
    private @Nullable Integer version;

    /** @param lastStep the highest number of a step in any version of the flow, 0 for a new one */
    static FlowForm of(Flow flow, FlowVersion draft, Map<String, ConditionField> fields, int lastStep) {
        FlowForm form = of(draft.definition(), fields, lastStep);
        form.name = flow.name();
        form.what = flow.subjectType() + "|" + flow.trigger();
        form.target = flow.target() == null ? "" : String.valueOf(flow.target());
        form.draft = draft.id();
        form.version = draft.version();
        return form;
    }

    static FlowForm of(FlowDefinition definition, Map<String, ConditionField> fields, int lastStep) {
        FlowForm form = new FlowForm();
        form.when = GroupForm.of(definition.when(), fields);
        definition.steps().forEach(step -> form.steps.add(StepReading.form(step, fields)));
        EdgeRules edges = definition.edges();
        form.nobodyFound = edges.nobodyFound();
        form.fallback = StepReading.text(edges.fallbackPersonId());
        form.submitter = edges.submitter();
        form.samePerson = edges.samePerson();
        form.absent = edges.absent();
        form.nextStep = lastStep + 1;
        return form;
    }

    /** What was put together, as far as it can be read. */
    FlowDefinition read(Map<String, ConditionField> fields) {
        Long person = nobodyFound == NobodyFound.FALLBACK ? StepReading.id(fallback) : null;
        return new FlowDefinition(
                when.read(fields),
                steps.stream().map(step -> StepReading.step(step, fields)).toList(),
                new EdgeRules(nobodyFound, person, submitter, samePerson, absent));
    }

    /** Says of each value that can't be read that it can't. */
    void check(Map<String, ConditionField> fields, Errors errors) {
        when.check(fields, "when", errors);
        for (int at = 0; at < steps.size(); at++) {
            StepReading.check(steps.get(at), fields, "steps[" + at + "]", errors);
        }
    }

    /** Puts at each condition what would hinder the flow from being switched on. */
    void tell(Map<String, ConditionField> fields) {
        when.tell(fields);
        steps.forEach(step -> step.getWhen().tell(fields));
    }

    /** Type of the subject; empty before anything is chosen. */
    String type() {
        return what.contains("|") ? what.substring(0, what.indexOf('|')) : "";
    }

    String trigger() {
        return what.substring(what.indexOf('|') + 1);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(@Nullable String what) {
        this.what = Objects.requireNonNullElse(what, "");
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = Objects.requireNonNullElse(target, "");
    }

    public GroupForm getWhen() {
        return when;
    }

    public void setWhen(GroupForm when) {
        this.when = when;
    }

    public List<StepForm> getSteps() {
        return steps;
    }

    public void setSteps(List<StepForm> steps) {
        this.steps = steps;
    }

    public NobodyFound getNobodyFound() {
        return nobodyFound;
    }

    public void setNobodyFound(@Nullable NobodyFound nobodyFound) {
        this.nobodyFound = Objects.requireNonNullElse(nobodyFound, this.nobodyFound);
    }

    public String getFallback() {
        return fallback;
    }

    public void setFallback(@Nullable String fallback) {
        this.fallback = Objects.requireNonNullElse(fallback, "");
    }

    public Submitter getSubmitter() {
        return submitter;
    }

    public void setSubmitter(@Nullable Submitter submitter) {
        this.submitter = Objects.requireNonNullElse(submitter, this.submitter);
    }

    public SamePerson getSamePerson() {
        return samePerson;
    }

    public void setSamePerson(@Nullable SamePerson samePerson) {
        this.samePerson = Objects.requireNonNullElse(samePerson, this.samePerson);
    }

    public Absent getAbsent() {
        return absent;
    }

    public void setAbsent(@Nullable Absent absent) {
        this.absent = Objects.requireNonNullElse(absent, this.absent);
    }

    public int getNextStep() {
        return nextStep;
    }

    public void setNextStep(int nextStep) {
        this.nextStep = nextStep;
    }

    public @Nullable Long getDraft() {
        return draft;
    }

    public void setDraft(@Nullable Long draft) {
        this.draft = draft;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
