package org.triviumcrm.exchange.dataimport;

import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.web.Refusal;

/** As the columns are matched no row could come in: what new records need is missing, and nothing finds existing ones. */
class NothingFits extends Refusal {

    private static final long serialVersionUID = 1;

    private final String target;
    private final List<String> missing;

    NothingFits(ImportTarget target, List<ImportField> missing) {
        super(null, "exchange.import.columns.missing");
        this.target = target.key();
        this.missing = missing.stream().map(ImportField::key).toList();
    }

    @Override
    public void tell(Errors errors) {
        for (String field : missing) {
            Object name = new DefaultMessageSourceResolvable("exchange.target." + target + "." + field);
            errors.reject(key(), new Object[] {name}, null);
        }
    }
}
