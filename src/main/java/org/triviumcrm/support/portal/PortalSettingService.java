package org.triviumcrm.support.portal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;

/** Whether there is a portal, and how it is. */
@Service
public class PortalSettingService {

    private final PortalSettingRepository settings;

    PortalSettingService(PortalSettingRepository settings) {
        this.settings = settings;
    }

    /** Asked by the job in whose name tickets of customers are opened as well. */
    @CanManagePortal
    @Transactional(readOnly = true)
    public PortalSettings settings(Viewer viewer) {
        return settings.read();
    }

    @CanManagePortal
    @Transactional
    void change(Viewer viewer, PortalSettings input) {
        settings.write(input);
    }
}
