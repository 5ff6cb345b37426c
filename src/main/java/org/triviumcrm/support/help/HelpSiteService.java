package org.triviumcrm.support.help;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** Whether there is a public site, and what it is called. */
@Service
public class HelpSiteService {

    private final HelpSiteRepository sites;

    HelpSiteService(HelpSiteRepository sites) {
        this.sites = sites;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public SaveHelpSite site(Viewer viewer) {
        return sites.read();
    }

    @CanSetHelpSite
    @Transactional
    public void change(Viewer viewer, SaveHelpSite input) {
        sites.write(input);
    }
}
