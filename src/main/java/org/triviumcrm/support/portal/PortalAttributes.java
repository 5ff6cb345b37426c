package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.shared.web.NotFound;

/** Every page of the portal knows who looks ({@code me}, null when nobody is signed in) and whose portal it is ({@code company}). */
@ControllerAdvice(annotations = PortalPage.class)
class PortalAttributes {

    private final CurrentCustomer current;
    private final Companies companies;

    PortalAttributes(CurrentCustomer current, Companies companies) {
        this.current = current;
        this.companies = companies;
    }

    @ModelAttribute("me")
    @Nullable
    PortalCustomer me(HttpServletRequest request) {
        return current.of(request).orElse(null);
    }

    @ModelAttribute("company")
    String company(HttpServletRequest request) {
        return current.of(request)
                .map(PortalCustomer::company)
                .orElseGet(() -> companies.current().map(Company::name).orElse(""));
    }

    /** The same for what is not there and for what is somebody else's. */
    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(HttpServletRequest request, Model model) {
        model.addAttribute("me", me(request));
        model.addAttribute("company", company(request));
        return "support/portal/missing";
    }
}
