package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.journeys.OwnData;
import network.fanz.journeys.OwnDataFile;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.FreshProofNeeded;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is kept about oneself, and a file of it. */
@Controller
@OnBrands(Brand.AUTH)
final class OwnDataPages {
    private static final String PATH = "/account/data";

    private final OwnData ownData;
    private final FactorSetup factors;
    private final SignIn signIn;

    OwnDataPages(OwnData ownData, FactorSetup factors, SignIn signIn) {
        this.ownData = ownData;
        this.factors = factors;
        this.signIn = signIn;
    }

    @Access(beforeTerms = true)
    @GetMapping(PATH)
    ModelAndView data(HttpServletRequest request, Shell shell) {
        return shell.page(
                "auth/own-data",
                Map.of(
                        "sections", ownData.sections(),
                        "leftOut", ownData.leftOut(),
                        "fresh", signIn.isFresh(request)));
    }

    /**
     * It is as long as it is, so it is asked for by a link: the answer to a form would be held back as a whole. A link on somebody else's
     * page leads to ours, so that nobody uses up the owner's files.
     */
    @Access(beforeTerms = true)
    @GetMapping(PATH + "/file")
    @Nullable ModelAndView file(HttpServletRequest request, HttpServletResponse response, Shell shell) throws IOException {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return shell.redirect(PATH);
        }
        AccountId owner;
        try {
            owner = factors.authoriseChange(request);
        } catch (FreshProofNeeded stale) {
            return shell.redirect("/account/confirm?back=" + PATH);
        }
        OwnDataFile file = ownData.file(owner);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString());
        file.writeTo(response.getOutputStream());
        return null;
    }
}
