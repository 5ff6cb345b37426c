package org.triviumcrm.sales.opportunity;

import java.util.Set;
import org.springframework.validation.Errors;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.sales.pipeline.StageField;

/** A stage asks for something that is neither known nor said: a form asks for it. */
public class StageAsks extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String stage;
    private final transient Set<StageField> missing;
    private final boolean reason;

    /**
     * @param stage its name
     * @param reason whether the way back needs a reason that was not given
     */
    StageAsks(String stage, Set<StageField> missing, boolean reason) {
        super(stage + " asks for " + missing + (reason ? " and a reason" : ""));
        this.stage = stage;
        this.missing = Set.copyOf(missing);
        this.reason = reason;
    }

    /** Where no form can ask. */
    BulkRefusal refusal() {
        return missing.isEmpty()
                ? BulkRefusal.of("sales.rule.error.reason")
                : new BulkRefusal("sales.bulk.refused.asks", stage);
    }

    public Set<StageField> missing() {
        return missing;
    }

    /** The name of the stage. */
    public String stage() {
        return stage;
    }

    /** At each field what is missing in it. */
    void into(Errors errors) {
        missing.forEach(
                field -> errors.rejectValue(field.property(), "sales.rule.error.missing", new Object[] {stage}, null));
        if (reason) {
            errors.rejectValue("reason", "sales.rule.error.reason");
        }
    }
}
