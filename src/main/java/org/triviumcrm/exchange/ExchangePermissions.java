package org.triviumcrm.exchange;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What the role editor offers for this module. */
@Component
class ExchangePermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of("exchange.import.run");
    }

    @Override
    public List<String> recordTypes() {
        return List.of();
    }
}
