package org.triviumcrm.marketing.campaign;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;

/** Campaigns in the hands of others. */
@Component
class NamedCampaigns implements Campaigns {

    private final CampaignService campaigns;

    NamedCampaigns(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public @Nullable String name(Viewer viewer, long id) {
        return viewer.can("marketing.campaign.view") ? campaigns.name(viewer, id) : null;
    }
}
