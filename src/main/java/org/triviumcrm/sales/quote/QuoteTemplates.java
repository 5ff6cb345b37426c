package org.triviumcrm.sales.quote;

import java.util.List;
import org.triviumcrm.shared.web.Option;

/** What quotes can begin with. Implemented by the feature that keeps the templates. */
public interface QuoteTemplates {

    /** Those that are not retired, by name. */
    List<Option> offered();

    /**
     * Fills in what a template says: language, days, texts, discount and lines, those with products without a price, which is looked up
     * then. A quote for an opportunity keeps the currency of that.
     *
     * @throws org.triviumcrm.shared.web.NotFound when there is none, or it is retired
     */
    void begin(long id, SaveQuote quote);
}
