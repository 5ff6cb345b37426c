package org.triviumcrm.marketing.audience;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.OwnedRecords;

/** Target lists can be given to somebody else, many at once. */
@Component
class OwnedAudiences implements OwnedRecords {

    @Override
    public String type() {
        return AudienceList.NOUN;
    }

    @Override
    public String permission() {
        return "marketing.audience.transfer";
    }
}
