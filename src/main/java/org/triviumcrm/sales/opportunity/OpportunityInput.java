package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What creating and editing have in common. */
interface OpportunityInput extends StageAnswers {

    String name();

    @Override
    String currency();

    /** In per cent; null to let it follow the stage. */
    @Nullable
    BigDecimal probability();

    /** What is typed in custom fields, by their keys. */
    Map<String, String> custom();
}
