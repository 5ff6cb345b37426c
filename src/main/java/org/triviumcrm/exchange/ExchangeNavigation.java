package org.triviumcrm.exchange;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** Where this module is found. */
@Component
class ExchangeNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry(
                "imports", "administration", "/imports", "file-import", 940, "exchange.import.run"));
    }
}
