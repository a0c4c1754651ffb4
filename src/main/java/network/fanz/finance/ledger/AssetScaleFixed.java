package network.fanz.finance.ledger;

import network.fanz.common.Asset;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The asset is already counted in another scale. An asset's scale never changes. */
@ProblemType(value = "asset-scale-fixed", status = 409, title = "The asset has another scale")
public final class AssetScaleFixed extends Problem {
    private static final long serialVersionUID = 1L;

    public AssetScaleFixed(Asset asset, int scale) {
        super("asset", asset.code() + " is counted with " + scale + " decimal places here, not " + asset.scale() + ".");
    }
}
