"""File names of stock and agency pictures give their number away; others do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.stock import stock_id


@pytest.mark.parametrize(
    ("filename", "number"),
    [
        ("shutterstock_123456789.jpg", "123456789"),
        ("C:\\fotos\\shutterstock_123456789 (1).JPG", "123456789"),
        ("/tmp/crop of shutterstock_123456789-web.jpeg", "123456789"),
        ("shutterstock_editorial_12345678a.jpg", "12345678a"),
        ("stock-photo-red-bridge-in-the-rain-2-123456789.jpg", "123456789"),
        ("iStock-1234567890.jpg", "1234567890"),
        ("iStock_000012345678XLarge.jpg", "12345678"),
        ("GettyImages-1234567890.jpg", "1234567890"),
        ("gettyimages-1234567890-2048x2048.jpg", "1234567890"),
        ("AdobeStock_123456789.jpeg", "123456789"),
        ("AdobeStock_123456789_Preview.jpeg", "123456789"),
        ("Fotolia_12345678_M.jpg", "12345678"),
        ("Depositphotos_12345678_xl-2015.jpg", "12345678"),
        ("dreamstime_xxl_12345678.jpg", "12345678"),
        ("dreamstimemaximum_12345678.jpg", "12345678"),
        ("alamy_stock_photo_2BXYZ12.jpg", "2BXYZ12"),
        ("Alamy-D1X2Y3.jpg", "D1X2Y3"),
        ("scanpix-20230512-123456-l.jpg", "20230512-123456-l"),
        ("Scanpix_sp5f1234ab.jpg", "sp5f1234ab"),
        ("20230512-123456-L-1920we.jpg", "20230512-123456-L"),
        ("COLOURBOX12345678.jpg", "12345678"),
        ("imago0123456789h.jpg", "123456789h"),
        ("AFP_9XY7ZK.jpg", "9XY7ZK"),
        ("000_9XY7ZK.jpg", "9XY7ZK"),
        ("pexels-jane-doe-1234567.jpg", "1234567"),
        ("jane-doe-AbC123xYz_0-unsplash.jpg", "AbC123xYz_0"),
        ("IMG_20230512_123456.jpg", ""),
        ("DSC_0042.JPG", ""),
        ("20230512_123456.jpg", ""),
        ("shutterstock.jpg", ""),
        ("myshutterstock_1.jpg", ""),
        ("alamy_bridge.jpg", ""),
        ("harbour at dawn.jpg", ""),
        ("", ""),
    ],
)
def test_the_number_of_a_name(filename: str, number: str) -> None:
    assert stock_id(filename) == number


@given(st.text(max_size=400))
def test_any_name_is_looked_at(filename: str) -> None:
    number = stock_id(filename)
    assert number in filename.replace("\\", "/")
